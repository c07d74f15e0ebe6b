using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>What each kind of shape is compared by, and where the profiles differ on purpose.</summary>
public class ShapeTests
{
    const string Skeleton = "skeleton label=\"s\"";

    [Fact]
    public void Turned_boxes_are_measured_exactly()
    {
        // A square and the same square turned by 45 degrees have an octagon in common: IoU = 1 / √2.
        var result = Compare.Strict(
            new Scene().Box("a", 100, 100, 80, 80),
            new Scene().Box("a", 100, 100, 80, 80, more: "rotation=\"45\"")
        );
        Assert.Equal(1 / Math.Sqrt(2), result.OnlyOutcome().Similarity, 1e-9);
    }

    [Fact]
    public void Polygons_and_masks_are_one_pool_until_CVAT_2_74()
    {
        var truth = new Scene(20, 20).Points("polygon", "a", "2,2;6,2;6,6;2,6");
        var work = new Scene(20, 20).Add(
            "mask label=\"a\" rle=\"0, 16\" left=\"2\" top=\"2\" width=\"4\" height=\"4\""
        );
        Assert.Equal(1, Compare.Strict(truth, work).OnlyOutcome().Similarity);
        Assert.Equal(1, Compare.Classic(truth, work).OnlyOutcome().Similarity);
        Assert.Equal(2, Compare.With(ComparisonProfiles.Cvat274, truth, work).Images.Single().Outcomes.Length);
    }

    [Fact]
    public void What_lies_above_hides()
    {
        // The right half of the polygon is hidden by another one in the work.
        var truth = new Scene(40, 40).Points("polygon", "a", "0,0;20,0;20,20;0,20");
        var work = new Scene(40, 40)
            .Points("polygon", "a", "0,0;20,0;20,20;0,20", more: "z_order=\"0\"")
            .Points("polygon", "b", "10,0;30,0;30,20;10,20", more: "z_order=\"1\"");
        foreach (var result in (ComparisonResult[])[Compare.Strict(truth, work), Compare.Classic(truth, work)])
            Assert.Equal(0.5, result.Images.Single().Outcomes.Single(outcome => outcome.IsPair).Similarity, 1e-12);
    }

    [Fact]
    public void Equal_z_order_hides_by_position_in_CVAT_only()
    {
        var truth = new Scene(40, 40).Points("polygon", "a", "0,0;20,0;20,20;0,20");
        var work = new Scene(40, 40)
            .Points("polygon", "a", "0,0;20,0;20,20;0,20")
            .Points("polygon", "b", "10,0;30,0;30,20;10,20");
        Assert.Equal(1, Compare.Strict(truth, work).Images.Single().Outcomes[0].Similarity);
        Assert.Equal(0.5, Compare.Classic(truth, work).Images.Single().Outcomes[0].Similarity, 1e-12);
    }

    [Fact]
    public void A_shape_that_others_hide_is_reported()
    {
        var truth = new Scene(40, 40).Box("a", 2, 2, 10, 10).Box("b", 0, 0, 20, 20);
        var work = new Scene(40, 40)
            .Box("a", 2, 2, 10, 10, more: "z_order=\"0\"")
            .Box("b", 0, 0, 20, 20, more: "z_order=\"1\"");
        foreach (var profile in ComparisonProfiles.All)
        {
            var conflict = Assert.Single(Compare.With(profile, truth, work).Images.Single().Conflicts);
            Assert.Equal((ConflictType.CoveredAnnotation, 0.0), (conflict.Type, conflict.Similarity));
        }
    }

    [Fact]
    public void Ellipses()
    {
        const string ellipse = "ellipse label=\"a\" cx=\"50\" cy=\"50\" rx=\"{0}\" ry=\"20\"";
        var truth = new Scene(100, 100).Add(ellipse.Replace("{0}", "40", StringComparison.Ordinal));
        var work = new Scene(100, 100).Add(ellipse.Replace("{0}", "30", StringComparison.Ordinal));
        Assert.Equal(0.75, Compare.Strict(truth, work).OnlyOutcome().Similarity, 1e-3);
        Assert.Equal(0.75, Compare.Classic(truth, work).OnlyOutcome().Similarity, 0.01);
    }

    [Fact]
    public void A_line_that_runs_the_other_way()
    {
        var truth = new Scene().Points("polyline", "a", "0,100;500,100");
        var work = new Scene().Points("polyline", "a", "500,100;0,100");
        Assert.Equal([ConflictType.MismatchingDirection], Compare.Strict(truth, work).Types());
        Assert.Equal([ConflictType.MismatchingDirection], Compare.Classic(truth, work).Types());
        Assert.Equal(
            [ConflictType.MissingAnnotation, ConflictType.ExtraAnnotation],
            Compare.With(ComparisonProfiles.Cvat274, truth, work).Types()
        );
    }

    [Fact]
    public void A_skeleton_on_a_line_matches_itself_in_strict_only()
    {
        var content = Keypoints((10, 10, false), (50, 10, false));
        var scene = new Scene().Add(Skeleton, content: content);
        Assert.Equal(1, Compare.Strict(scene, scene).OnlyOutcome().Similarity);
        Assert.Equal(2, Compare.Classic(scene, scene).Images.Single().Outcomes.Length);
    }

    [Fact]
    public void Hidden_points_count_in_strict_only()
    {
        var truth = new Scene().Add(Skeleton, content: Keypoints((10, 10, false), (50, 10, false), (30, 60, true)));
        var work = new Scene().Add(Skeleton, content: Keypoints((10, 10, false), (50, 10, false), (300, 60, true)));
        Assert.Equal(1, Compare.Classic(truth, truth).OnlyOutcome().Similarity);
        Assert.Equal(1, Compare.Classic(truth, work).OnlyOutcome().Similarity);
        Assert.Equal(2 / 3.0, Compare.Strict(truth, work).OnlyOutcome().Similarity, 1e-3);
    }

    [Fact]
    public void Tags_that_are_left_over_are_wrong_labels()
    {
        var truth = new Scene().Add("tag label=\"a\"").Add("tag label=\"b\"");
        var work = new Scene().Add("tag label=\"c\"").Add("tag label=\"b\"").Add("tag label=\"d\"");
        foreach (var profile in ComparisonProfiles.All)
            Assert.Equal(
                [ConflictType.ExtraAnnotation, ConflictType.MismatchingLabel],
                Compare.With(profile, truth, work).Types()
            );
    }

    [Fact]
    public void A_better_placed_wrong_label_steals_the_partner_only_without_labels()
    {
        var truth = new Scene().Box("a", 0, 0, 100, 100);
        var work = new Scene().Box("b", 0, 0, 100, 100).Box("a", 10, 0, 100, 100);
        Assert.True(Compare.Strict(truth, work).Images.Single().Outcomes[0].IsValid);
        Assert.True(Compare.With(ComparisonProfiles.Cvat274, truth, work).Images.Single().Outcomes[0].IsValid);
        Assert.False(Compare.Classic(truth, work).Images.Single().Outcomes[0].IsValid);
    }

    [Fact]
    public void Groups_that_differ_are_reported_for_each_pair()
    {
        var truth = new Scene()
            .Box("a", 0, 0, 50, 50, more: "group_id=\"1\"")
            .Box("a", 100, 0, 50, 50, more: "group_id=\"1\"")
            .Box("a", 200, 0, 50, 50);
        var work = new Scene().Box("a", 0, 0, 50, 50).Box("a", 100, 0, 50, 50).Box("a", 200, 0, 50, 50);
        foreach (var profile in ComparisonProfiles.All)
        {
            Assert.Empty(Compare.With(profile, truth, truth).Types());
            Assert.Contains(ConflictType.MismatchingGroups, Compare.With(profile, truth, work).Types());
        }
    }

    [Fact]
    public void Two_annotations_on_one_object_are_a_duplicate_and_two_apart_a_near_miss()
    {
        var truth = new Scene().Box("a", 0, 0, 100, 100).Box("a", 300, 0, 100, 100);
        var work = new Scene().Box("a", 0, 0, 100, 100).Box("a", 5, 0, 100, 100).Box("a", 350, 20, 100, 100);
        var conflicts = Compare.Strict(truth, work).Images.Single().Conflicts;
        Assert.Equal(
            [
                ConflictType.MissingAnnotation,
                ConflictType.ExtraAnnotation,
                ConflictType.ExtraAnnotation,
                ConflictType.DuplicateAnnotation,
                ConflictType.NearMiss,
            ],
            conflicts.Select(conflict => conflict.Type).Order()
        );
        var duplicate = conflicts.Single(conflict => conflict.Type == ConflictType.DuplicateAnnotation);
        Assert.Equal(new SecondBest(0, 1), duplicate.SecondBest);
        Assert.Equal(95 / 105.0, duplicate.Similarity, 1e-12);
    }

    static string Keypoints(params (int X, int Y, bool Hidden)[] points) =>
        string.Concat(
            points.Select(
                (point, i) =>
                    $"<points label=\"{i}\" outside=\"0\" occluded=\"{(point.Hidden ? 1 : 0)}\" points=\"{point.X},{point.Y}\"></points>"
            )
        );
}
