using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>CVAT's requirement <c>skeleton_keypoint</c>: points of skeletons, one by one, matched like points.</summary>
public class CvatKeypointTests
{
    const double Sigma = .18;

    // Boxes 10..50 and 12..52: intersection 38², mean box 40²; each point is off by 2 and 2.
    [Fact]
    public void Points_are_scaled_by_the_box_around_their_skeleton()
    {
        var keypoints = Of(Skeleton((10, 10, ""), (50, 50, "")), Skeleton((12, 12, ""), (52, 52, "")));

        Assert.Equal(["s.0", "s.1"], keypoints.Labels.ToArray());
        var outcomes = Assert.Single(keypoints.Images).Outcomes;
        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsValid));
        Assert.All(
            outcomes,
            outcome => Assert.Equal(Math.Exp(-8 / (2 * 1600 * Sigma * Sigma)), outcome.Similarity, 1e-12)
        );
    }

    // One point moved by 30: d² = 900, exp(−900 / (2 · S · 0.18²)) far below 0.4: it alone is missing and extra.
    [Fact]
    public void One_point_that_is_off_is_one_missing_and_one_extra()
    {
        var keypoints = Of(
            Skeleton((10, 10, ""), (50, 50, ""), (10, 50, "")),
            Skeleton((10, 10, ""), (50, 50, ""), (40, 50, ""))
        );

        Assert.Equal([ConflictType.MissingAnnotation, ConflictType.ExtraAnnotation], keypoints.Types());
        Assert.Equal(2, keypoints.Images[0].Outcomes.Count(outcome => outcome.IsValid));
    }

    // Outside points are not there; hidden ones are points like any other while the group has an extent.
    [Fact]
    public void Outside_points_are_not_compared_and_hidden_ones_are()
    {
        var keypoints = Of(
            Skeleton((10, 10, ""), (50, 50, "occluded"), (0, 0, "outside")),
            Skeleton((10, 10, ""), (50, 50, ""), (0, 0, "outside"))
        );

        Assert.Equal(2, keypoints.Images[0].Outcomes.Length);
        Assert.All(keypoints.Images[0].Outcomes, outcome => Assert.True(outcome.IsValid));
    }

    // Without an extent the image (300 x 300) is the scale, and CVAT counts only points that are seen.
    [Theory]
    [InlineData("", 1)]
    [InlineData("occluded", 2)]
    public void A_single_point_is_measured_against_the_image(string hidden, int outcomes)
    {
        var keypoints = Of(Skeleton((10, 10, hidden)), Skeleton((16, 18, "")));

        Assert.Equal(outcomes, keypoints.Images[0].Outcomes.Length);
        if (outcomes == 1)
            Assert.Equal(
                Math.Exp(-100 / (2 * 300 * 300 * Sigma * Sigma)),
                keypoints.Images[0].Outcomes[0].Similarity,
                1e-12
            );
    }

    // Two points changed places: each is nearest to the other's, but equal labels go first and are too far off; the second
    // stage pairs what that left.
    [Fact]
    public void Points_that_changed_places_have_the_wrong_label()
    {
        var keypoints = Of(Skeleton((10, 10, ""), (50, 50, "")), Skeleton((50, 50, ""), (10, 10, "")));

        Assert.Equal([ConflictType.MismatchingLabel, ConflictType.MismatchingLabel], keypoints.Types());
        Assert.All(keypoints.Images[0].Outcomes, outcome => Assert.Equal(1, outcome.Similarity));
    }

    [Fact]
    public void Other_profiles_do_not_compare_points_one_by_one()
    {
        var scene = Skeleton((10, 10, ""), (50, 50, ""));

        Assert.Null(Compare.Strict(scene, scene).Keypoints);
        Assert.Null(Compare.Classic(scene, scene).Keypoints);
    }

    static ComparisonResult Of(Scene truth, Scene work) =>
        Compare.With(ComparisonProfiles.Cvat274, truth, work).Keypoints!;

    static Scene Skeleton(params (int X, int Y, string State)[] points) =>
        new Scene(300, 300).Add(
            "skeleton label=\"s\"",
            content: string.Concat(
                points.Select(
                    (point, i) =>
                        $"<points label=\"{i}\" outside=\"{(point.State == "outside" ? 1 : 0)}\" occluded=\"{(
                            point.State == "occluded" ? 1 : 0
                        )}\" points=\"{point.X},{point.Y}\"></points>"
                )
            )
        );
}
