using System.Text;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>
/// Requirements of users: the cases of CVAT's own tests (<c>tests/python/rest_api/test_quality_control.py</c>), and numbers by hand.
/// </summary>
public class RequirementTests
{
    const string Cars = """{"==": [{"var": "shape.label"}, "car"]}""";

    // A person is missing; of cars nothing is.
    [Fact]
    public void A_filter_leaves_others_out()
    {
        var result = Judge(
            new Scene(100, 100).Box("car", 0, 0, 10, 10).Box("person", 20, 20, 10, 10),
            new Scene(100, 100).Box("car", 0, 0, 10, 10),
            Rectangle("all"),
            Rectangle("cars", Cars)
        );

        Assert.Equal((0.5, 1.0), (result["all"].Score, result["cars"].Score));
        Assert.False(result["all"].IsCompleted);
        Assert.True(result["cars"].IsCompleted);
    }

    // test_label_free_requirement_matching_prefers_same_label_shapes
    [Fact]
    public void Equal_labels_go_first_and_each_filter_sees_its_own()
    {
        var result = Judge(
            new Scene(100, 100).Box("car", 0, 0, 10, 10).Box("person", 0.1, 0, 10, 10),
            new Scene(100, 100).Box("car", 0.1, 0, 10, 10).Box("person", 0, 0, 10, 10),
            Rectangle("all"),
            Rectangle("cars", Cars)
        );

        Assert.Equal(2, CountsOf(result["all"]).Valid);
        Assert.Equal((1, 0, 0), ComponentsOf(result["cars"]));
    }

    // test_task_report_filter_does_not_match_attribute_name_and_value_from_different_attributes
    [Fact]
    public void Name_and_value_are_those_of_one_attribute()
    {
        var scene = Car(("color", "red"), ("size", "small"));
        var result = Judge(
            scene,
            scene,
            Rectangle("small colour", Attribute("color", "small")),
            Rectangle("small size", Attribute("size", "small"))
        );

        Assert.Null(result["small colour"].Score);
        Assert.True(result["small colour"].IsCompleted);
        Assert.Equal(RequirementReason.FilterNoMatches, result["small colour"].Selection.Reason);
        Assert.Equal(
            (1, 0),
            (result["small colour"].Selection.Truth.Candidates, result["small colour"].Selection.Truth.Selected)
        );
        Assert.Equal(1, result["small size"].Score);
    }

    // test_task_report_data_applies_attribute_comparison_rules
    [Fact]
    public void An_attribute_with_a_rule_parts_a_pair_and_others_do_not()
    {
        var truth = Car(("color", "red"), ("size", "large"));
        var work = Car(("color", "blue"), ("size", "small"));
        var result = Judge(
            truth,
            work,
            Rectangle("size", more: Compared(false, """{"name": "size", "enabled": true, "comparator": "exact"}""")),
            Rectangle("nothing", more: Compared(false, """{"name": "size", "enabled": false}""")),
            Rectangle("all", more: Compared(true)),
            Rectangle(
                "all but both",
                more: Compared(
                    true,
                    """{"name": "size", "enabled": false}""",
                    """{"name": "color", "enabled": false}"""
                )
            )
        );

        Assert.Equal((0, 1, 1), ComponentsOf(result["size"]));
        Assert.Equal(0, result["size"].Score);
        Assert.Equal((1, 0, 0), ComponentsOf(result["nothing"]));
        Assert.Equal((0, 1, 1), ComponentsOf(result["all"]));
        Assert.Equal((1, 0, 0), ComponentsOf(result["all but both"]));
    }

    // kitten and sitting: 1 − 3/7 = 0.571429 (cvat.md 4.5).
    [Theory]
    [InlineData(0.57, 1)]
    [InlineData(0.58, 0)]
    public void Texts_are_alike_by_their_edit_distance(double threshold, double score)
    {
        var result = Judge(
            Car(("name", "kitten")),
            Car(("name", "sitting")),
            Rectangle(
                "names",
                more: Compared(
                    false,
                    FormattableString.Invariant(
                        $$"""{"name": "name", "enabled": true, "comparator": "levenshtein", "threshold": {{threshold}}}"""
                    )
                )
            )
        );

        Assert.Equal(score, result["names"].Score);
    }

    // The occlusion is an attribute for CVAT; its source, track and z order are not compared.
    [Fact]
    public void All_attributes_are_also_whether_it_is_hidden()
    {
        var result = Judge(
            new Scene(100, 100).Box("car", 0, 0, 10, 10, more: "occluded=\"1\" source=\"manual\" z_order=\"1\""),
            new Scene(100, 100).Box("car", 0, 0, 10, 10, more: "occluded=\"0\" source=\"auto\" z_order=\"2\""),
            Rectangle("all", more: Compared(true)),
            Rectangle("not hidden", more: Compared(true, """{"name": "occluded", "enabled": false}"""))
        );

        Assert.Equal((0, 1, 1), ComponentsOf(result["all"]));
        Assert.Equal((1, 0, 0), ComponentsOf(result["not hidden"]));
    }

    // An attribute that only the label of the work has is one that the ground truth lacks.
    [Fact]
    public void An_attribute_of_the_other_label_parts_a_pair_too()
    {
        var truth = new Scene(100, 100).Box("car", 0, 0, 10, 10);
        var work = new Scene(100, 100).Box("truck", 0, 0, 10, 10, content: Values(("axles", "2")));
        var result = Judge(truth, work, Rectangle("boxes"), Rectangle("all", more: Compared(true)));

        Assert.Equal(0, result["boxes"].Score);
        Assert.Equal((0, 0, 0), ComponentsOf(result["boxes"]));
        Assert.Equal((0, 1, 1), ComponentsOf(result["all"]));
    }

    [Fact]
    public void An_attribute_with_a_rule_that_neither_side_has_leaves_nothing_to_compute()
    {
        var scene = Car(("color", "red"));
        var result = Judge(
            scene,
            scene,
            Rectangle("sizes", more: Compared(false, """{"name": "size", "enabled": true}"""))
        );

        Assert.Equal(RequirementReason.RequiredAttributesMissing, result["sizes"].Selection.Reason);
        Assert.Equal(["size"], result["sizes"].Selection.Work.Missing.ToArray());
        Assert.Null(result["sizes"].Score);
    }

    // One image that can be computed makes the requirement computed.
    [Fact]
    public void The_best_image_decides_whether_there_is_a_score()
    {
        var scene = new Scene(100, 100)
            .Image("a.png")
            .Box("person", 0, 0, 9, 9, "b.png")
            .Box("car", 0, 0, 9, 9, "c.png");
        var result = Judge(scene, scene, Rectangle("cars", Cars), Requirement("tags", "tag"));

        Assert.True(result["cars"].IsComputed);
        Assert.Equal(RequirementReason.NoAnnotations, result["tags"].Selection.Reason);
        Assert.True(result["tags"].IsCompleted);
    }

    // IoU 1/3 (10 × 10, 5 apart): below 0.4, at or above 0.3; a curve gives 0.3 at 100 px² and 0.5 at 300 px².
    [Theory]
    [InlineData("0.3", 1)]
    [InlineData("0.4", 0)]
    [InlineData("""{"type": "iou", "mode": "constant", "value": 0.3}""", 1)]
    [InlineData(
        """{"type": "iou", "mode": "linear", "input": "gt.shape_area", "extrapolation": "clamp", "points": [{"x": 100, "y": 0.3}, {"x": 300, "y": 0.5}]}""",
        1
    )]
    [InlineData(
        """{"type": "iou", "mode": "linear", "input": "gt.shape_area", "extrapolation": "clamp", "points": [{"x": 50, "y": 0.3}, {"x": 150, "y": 0.5}]}""",
        0
    )]
    public void Thresholds_are_numbers_or_depend_on_the_area(string policy, double score)
    {
        var result = Judge(
            new Scene(100, 100).Box("car", 0, 0, 10, 10),
            new Scene(100, 100).Box("car", 5, 0, 10, 10),
            Rectangle("boxes", more: $"\"iou_threshold\": {policy}"),
            """{"name": "narrower", "parent_requirement": "boxes"}"""
        );

        Assert.Equal(score, result["boxes"].Score);
        Assert.Equal(score, result["narrower"].Score);
    }

    // Labels a and b: 2 of 3 right, and 1 of 1.
    [Theory]
    [InlineData("accuracy", 0.75)]
    [InlineData("recall", 0.75)]
    [InlineData("precision", 1)]
    [InlineData("jaccard_index", 0.75)]
    [InlineData("dice", 6 / 7.0)]
    [InlineData("mean_recall", 5 / 6.0)]
    [InlineData("label_recall", 2 / 3.0)]
    [InlineData("label_dice", 0.8)]
    public void The_metric_is_any_of_CVATs_fifteen(string metric, double score)
    {
        var work = new Scene(100, 100).Box("a", 0, 0, 9, 9).Box("a", 20, 0, 9, 9).Box("b", 60, 0, 9, 9);
        var truth = new Scene(100, 100)
            .Box("a", 0, 0, 9, 9)
            .Box("a", 20, 0, 9, 9)
            .Box("a", 40, 0, 9, 9)
            .Box("b", 60, 0, 9, 9);

        var result = Judge(truth, work, Rectangle("boxes", more: $"\"metric\": \"{metric}\", \"required_score\": 0.9"));

        Assert.Equal(score, result["boxes"].Score!.Value, 1e-12);
        Assert.Equal(score >= 0.9, result["boxes"].IsCompleted);
    }

    // A disabled requirement is not judged, those below it are (test_task_report_counts_enabled_intermediate_requirements).
    [Fact]
    public void Children_of_a_disabled_requirement_are_judged()
    {
        var scene = new Scene(100, 100).Box("car", 0, 0, 10, 10);
        var result = Judge(
            scene,
            scene,
            Rectangle("boxes", more: "\"enabled\": false"),
            $$"""{"name": "cars", "parent_requirement": "boxes", "filter": {{Cars}}}"""
        );

        Assert.Equal(["cars"], result.Keys);
        Assert.Equal(1, result["cars"].Score);
    }

    // Points of one skeleton, by the label of the point and of the skeleton. Point 1 is 20 px off: too far for a box of 80 × 80 or
    // 80 × 60, but near for the image (300 × 300), which is the scale of what a filter leaves alone in its group.
    [Theory]
    [InlineData("""{"==": [{"var": "shape.label"}, "0"]}""", 1)]
    [InlineData("""{"==": [{"var": "shape.label"}, "1"]}""", 1)]
    [InlineData("""{"==": [{"var": "shape.skeleton.label"}, "s"]}""", 1 / 3.0)]
    [InlineData("""{"and": [{"var": "shape.skeleton"}, {"==": [{"var": "shape.type"}, "points"]}]}""", 1 / 3.0)]
    public void Points_of_skeletons_are_filtered_one_by_one(string filter, double score)
    {
        var result = Judge(
            Skeleton(90),
            Skeleton(70),
            Requirement("points", "skeleton_keypoint", $"\"filter\": {filter}")
        );

        Assert.Equal(score, result["points"].Score!.Value, 1e-12);
    }

    // Hidden on one side only: an attribute of the point for CVAT.
    [Theory]
    [InlineData(false, null, 1)]
    [InlineData(false, "true", 1 / 3.0)]
    [InlineData(true, null, 1 / 3.0)]
    [InlineData(true, "false", 1)]
    public void A_hidden_point_differs_from_a_visible_one_where_that_is_compared(bool all, string? rule, double score)
    {
        string[] rules = rule is null ? [] : [$$"""{"name": "occluded", "enabled": {{rule}}}"""];
        var result = Judge(
            Skeleton(90),
            Skeleton(90, hidden: true),
            Requirement("points", "skeleton_keypoint", Compared(all, rules))
        );

        Assert.Equal(score, result["points"].Score!.Value, 1e-12);
    }

    // A group of a box and a polygon: for each requirement it is a group of one, as is what stands alone.
    [Fact]
    public void Groups_and_what_hides_are_of_one_type()
    {
        var truth = Mixed("group_id=\"1\"");
        var work = Mixed("");

        Assert.Empty(Compare.With(ComparisonProfiles.Cvat274, truth, work).Types());
        Assert.Equal(
            [ConflictType.MismatchingGroups, ConflictType.CoveredAnnotation],
            Compare.Classic(truth, work).Types()
        );

        static Scene Mixed(string group) =>
            new Scene(100, 100)
                .Box("car", 5, 5, 10, 10, more: group + " z_order=\"0\"")
                .Points("polygon", "car", "0,0;40,0;40,40;0,40", more: group + " z_order=\"1\"");
    }

    // CVAT filters by type before it looks for groups: a box that is grouped with points is not there.
    [Fact]
    public void A_grouped_box_gives_points_no_size()
    {
        static Scene Grouped(int x) =>
            new Scene(300, 300)
                .Box("car", 0, 0, 200, 200, more: "group_id=\"1\"")
                .Points("points", "eye", $"{x},50;{x + 10},60", more: "group_id=\"1\"");

        static double Similarity(ComparisonResult result) =>
            result.Images[0].Outcomes.First(outcome => outcome.Pool == ShapePool.Points).Similarity;

        // Boxes 10 × 10, 5 apart in x: mean area 100; classic: mean area 200 × 200. d² = 25, σ = 0.09.
        Assert.Equal(
            Math.Exp(-25 / (2 * 40000 * .18 * .18)),
            Similarity(Compare.Classic(Grouped(50), Grouped(55))),
            1e-12
        );
        Assert.Equal(0, Similarity(Compare.With(ComparisonProfiles.Cvat274, Grouped(50), Grouped(55))), 1e-12);
    }

    // match_labels: compare_attributes=False
    [Fact]
    public void Attributes_of_tags_are_not_compared()
    {
        var result = Judge(
            new Scene().Add("tag label=\"day\"", content: Values(("sun", "high"))),
            new Scene().Add("tag label=\"day\"", content: Values(("sun", "low"))),
            Requirement("tags", "tag", Compared(true))
        );

        Assert.Equal(1, result["tags"].Score);
    }

    static Dictionary<string, RequirementResult> Judge(Scene truth, Scene work, params string[] requirements) =>
        RequirementsOf(truth, work, requirements).Requirements.ToDictionary(result => result.Requirement.Name);

    static ComparisonResult RequirementsOf(Scene truth, Scene work, string[] requirements)
    {
        var file = RequirementFile.Load(Encoding.UTF8.GetBytes($"[{string.Join(',', requirements)}]"));
        Assert.Empty(file.Problems);
        return DatasetComparison.Run(
            new(truth.Read("gt.xml"), work.Read("work.xml"), ComparisonProfiles.Cvat274)
            {
                Requirements = file.Requirements,
            }
        );
    }

    static Counts CountsOf(RequirementResult result) => ComparisonSummary.Of(result.Result).Scores.Counts;

    static (long Valid, long Missing, long Extra) ComponentsOf(RequirementResult result) =>
        CountsOf(result) is var counts ? (counts.Valid, counts.Missing, counts.Extra) : default;

    static string Requirement(string name, string type, string more = "") =>
        $$"""{"name": "{{name}}", "annotation_type": "{{type}}"{{(more.Length == 0 ? "" : ", " + more)}}}""";

    static string Rectangle(string name, string filter = "", string more = "") =>
        Requirement(
            name,
            "rectangle",
            string.Join(
                ", ",
                ((string[])[filter.Length == 0 ? "" : $"\"filter\": {filter}", more]).Where(part => part.Length > 0)
            )
        );

    static string Compared(bool all, params string[] rules) =>
        $$"""
            "attribute_comparison": {"default": {"enabled": {{(all ? "true" : "false")}}}, "rules": [{{string.Join(
                ',',
                rules
            )}}]}
            """;

    static string Attribute(string name, string value) =>
        $$"""{"and": [{"==": [{"var": "shape.attribute.name"}, "{{name}}"]}, {"==": [{"var": "shape.attribute.value"}, "{{value}}"]}]}""";

    static Scene Car(params (string Name, string Value)[] attributes) =>
        new Scene(100, 100).Box("car", 10, 10, 20, 20, content: Values(attributes));

    static string Values(params (string Name, string Value)[] attributes) =>
        string.Concat(attributes.Select(each => $"<attribute name=\"{each.Name}\">{each.Value}</attribute>"));

    static Scene Skeleton(int tail, bool hidden = false) =>
        new Scene(300, 300).Add(
            "skeleton label=\"s\"",
            content: "<points label=\"0\" outside=\"0\" occluded=\"0\" points=\"10,10\"></points>"
                + $"<points label=\"1\" outside=\"0\" occluded=\"{(hidden ? 1 : 0)}\" points=\"90,{tail}\"></points>"
        );
}
