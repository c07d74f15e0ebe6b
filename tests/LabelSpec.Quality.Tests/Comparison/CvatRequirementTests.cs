using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>
/// The cases of CVAT's own unit tests from 2.74 on (<c>quality_control/tests/test_annotation_matching.py</c>,
/// <c>test_quality_handlers.py</c>, <c>test_keypoints_matcher.py</c>), as files.
/// </summary>
public class CvatRequirementTests
{
    static readonly ImmutableDictionary<string, AttributeRule> Exact = new[]
    {
        "color",
        "size",
        "style",
    }.ToImmutableDictionary(name => name, _ => AttributeRule.Exact);

    // test_attributes_affect_matching_and_pairwise_diagnostics: a value that differs, and two that one side lacks.
    [Fact]
    public void Attributes_part_a_pair()
    {
        var result = Compared(
            Car(10, 10, ("color", "red"), ("size", "large")),
            Car(10, 10, ("color", "blue"), ("style", "sport")),
            Exact
        );

        Assert.Equal([ConflictType.MissingAnnotation, ConflictType.ExtraAnnotation], result.Types());
    }

    // test_disabled_attribute_comparison_preserves_geometry_matching
    [Fact]
    public void Attributes_that_no_rule_names_do_not()
    {
        var result = Compared(Car(10, 10, ("color", "red")), Car(10, 10, ("color", "blue")), null);

        Assert.True(result.OnlyOutcome().IsValid);
    }

    // test_attributes_can_change_assignment: each has a nearer partner of the wrong colour.
    [Fact]
    public void Attributes_change_who_is_paired_with_whom()
    {
        var truth = Box(Box(new Scene(100, 100), 0, ("color", "red")), 2, ("color", "blue"));
        var work = Box(Box(new Scene(100, 100), 0, ("color", "blue")), 2, ("color", "red"));

        var outcomes = Compared(truth, work, Exact).Images.Single().Outcomes;

        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsValid));
        Assert.Equal([(0, 1), (1, 0)], outcomes.Select(outcome => (outcome.Truth, outcome.Work)).Order());
        Assert.All(outcomes, outcome => Assert.Equal(80 / 120.0, outcome.Similarity, 1e-12));
    }

    // test_label_remains_a_separate_second_matching_stage
    [Fact]
    public void Another_label_is_a_second_stage()
    {
        var outcome = Compared(
                new Scene(100, 100).Box("car", 10, 10, 20, 20, content: Attributes(("color", "red"))),
                new Scene(100, 100).Box("truck", 10, 10, 20, 20, content: Attributes(("color", "red"))),
                Exact
            )
            .OnlyOutcome();

        Assert.True(outcome.IsPair);
        Assert.False(outcome.IsValid);
    }

    // test_direction_affects_polyline_matching
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Direction_parts_lines_where_it_is_compared(bool isCompared, int outcomes)
    {
        var result = Compare.With(
            ComparisonProfiles.Cvat274,
            new Scene(100, 100).Points("polyline", "car", "10,50;90,50"),
            new Scene(100, 100).Points("polyline", "car", "90,50;10,50"),
            parameters => parameters with { CompareLineOrientation = isCompared }
        );

        Assert.Equal(outcomes, result.Images.Single().Outcomes.Length);
        Assert.Equal(!isCompared, result.Images.Single().Outcomes[0].IsPair);
    }

    // test_score_is_not_compared_as_a_user_attribute
    [Fact]
    public void Scores_are_no_attributes() =>
        Assert.True(
            Compared(
                    Car(10, 10, ("score", "0.25")),
                    Car(10, 10, ("score", "0.75")),
                    ImmutableDictionary<string, AttributeRule>.Empty.Add("score", AttributeRule.Exact)
                )
                .OnlyOutcome()
                .IsValid
        );

    // test_mask_only_comparator_matches_masks
    [Fact]
    public void Equal_masks_are_a_pair()
    {
        var scene = new Scene(8, 8).Add(
            "mask label=\"car\" rle=\"0, 16\" left=\"2\" top=\"2\" width=\"4\" height=\"4\""
        );

        Assert.True(Compared(scene, scene, null).OnlyOutcome().IsValid);
    }

    // test_normal_overlapping_skeletons_return_nonzero: boxes of 40 x 40, two pixels apart each way; sigma 0.09 here.
    [Fact]
    public void Skeletons_that_overlap()
    {
        var outcome = Compared(Skeleton(10, 10, 50, 50), Skeleton(12, 12, 52, 52), null).OnlyOutcome();

        Assert.Equal(Math.Exp(-8 / (2 * 1600 * .18 * .18)), outcome.Similarity, 1e-12);
    }

    // test_normal_non_overlapping_skeletons_return_zero
    [Fact]
    public void Skeletons_apart() =>
        Assert.Equal(
            2,
            Compared(Skeleton(10, 10, 50, 50), Skeleton(200, 200, 250, 250), null).Images.Single().Outcomes.Length
        );

    // test_all_target_metrics_use_the_expected_aggregation: labels car and bus.
    [Fact]
    public void Fifteen_target_metrics()
    {
        var metrics = CvatMetric.Of(Matrix([2, 1, 1], [0, 1, 0], [1, 0, 0]));

        (string Name, double Micro, double Mean, double Label)[] expected =
        [
            ("accuracy", 1 / 2.0, 2 / 3.0, 1 / 2.0),
            ("precision", 3 / 5.0, 3 / 4.0, 1 / 2.0),
            ("recall", 3 / 5.0, 7 / 12.0, 1 / 2.0),
            ("jaccard_index", 3 / 7.0, 9 / 20.0, 2 / 5.0),
            ("dice", 3 / 5.0, 13 / 21.0, 4 / 7.0),
        ];
        Assert.Equal(expected.Select(metric => metric.Name), metrics.Select(metric => metric.Name));
        foreach (var (metric, wanted) in metrics.Zip(expected))
        {
            Assert.Equal(wanted.Micro, metric.Micro, 1e-12);
            Assert.Equal(wanted.Mean, metric.Mean, 1e-12);
            Assert.Equal(wanted.Label, metric.Label, 1e-12);
        }
    }

    // test_mean_and_label_metrics_include_classes_present_on_only_one_side
    [Fact]
    public void A_label_that_one_side_alone_uses_counts()
    {
        var recall = CvatMetric.Of(Matrix([1, 0, 0], [0, 0, 0], [0, 1, 0])).Single(metric => metric.Name == "recall");

        Assert.Equal((.5, 0), (recall.Mean, recall.Label));
    }

    static ComparisonResult Compared(Scene truth, Scene work, ImmutableDictionary<string, AttributeRule>? rules) =>
        Compare.With(
            ComparisonProfiles.Cvat274,
            truth,
            work,
            parameters => parameters with { Attributes = rules ?? ImmutableDictionary<string, AttributeRule>.Empty }
        );

    static Scene Car(double left, double top, params (string Name, string Value)[] attributes) =>
        new Scene(100, 100).Box("car", left, top, 20, 20, content: Attributes(attributes));

    static Scene Box(Scene scene, double left, params (string Name, string Value)[] attributes) =>
        scene.Box("car", left, 0, 10, 10, content: Attributes(attributes));

    static string Attributes(params (string Name, string Value)[] attributes) =>
        string.Concat(attributes.Select(each => $"<attribute name=\"{each.Name}\">{each.Value}</attribute>"));

    static Scene Skeleton(int x, int y, int u, int v) =>
        new Scene(300, 300).Add(
            "skeleton label=\"s\"",
            content: $"<points label=\"0\" outside=\"0\" occluded=\"0\" points=\"{x},{y}\"></points>"
                + $"<points label=\"1\" outside=\"0\" occluded=\"0\" points=\"{u},{v}\"></points>"
        );

    // Rows are labels of the work, columns those of the ground truth, the last is "unmatched".
    static ConfusionMatrix Matrix(params int[][] rows)
    {
        var matrix = new ConfusionMatrix(rows.Length - 1);
        for (var work = 0; work < rows.Length; work++)
        for (var truth = 0; truth < rows.Length; truth++)
        for (var n = 0; n < rows[work][truth]; n++)
            matrix.Add(
                new(
                    truth == rows.Length - 1 ? -1 : 0,
                    work == rows.Length - 1 ? -1 : 0,
                    truth == rows.Length - 1 ? -1 : truth,
                    work == rows.Length - 1 ? -1 : work,
                    1,
                    1,
                    ShapePool.Box
                )
            );
        return matrix;
    }
}
