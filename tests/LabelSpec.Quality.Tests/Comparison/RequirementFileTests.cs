using System.Text;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>Files of requirements: what is inherited, and what is wrong with them.</summary>
public class RequirementFileTests
{
    // resolve_effective_requirements: each value from the nearest that says it, filters of all of them.
    [Fact]
    public void Children_inherit_what_they_do_not_say()
    {
        var set = Read(
            """
            [
              {"name": "leaf", "parent_requirement": 2, "line_thickness": 0.2, "metric": null, "filter": {"var": "shape.track"}},
              {"id": 2, "name": "middle", "parent_requirement": 1, "iou_threshold": 0.6, "filter": "{\"var\": \"shape.area\"}"},
              {"id": 1, "name": "root", "annotation_type": "polygon", "metric": "mean_dice", "required_score": 0.9,
               "iou_threshold": 0.3, "match_groups": false, "point_size_base": "image_size"}
            ]
            """
        );

        Assert.Equal(["root", "middle", "leaf"], set.Requirements.Select(requirement => requirement.Name));
        var leaf = set.Requirements[2];
        Assert.Equal(("polygon", "mean_dice", 0.9), (leaf.Type.Name, leaf.Metric.Name, leaf.RequiredScore));
        Assert.Equal((0.6, 0.2), (leaf.Parameters.IouThreshold, leaf.Parameters.LineThickness));
        Assert.Equal((false, PointScale.ImageSize), (leaf.Parameters.CompareGroups, leaf.Parameters.PointScale));
        Assert.Equal("""{"and":[{"var": "shape.area"},{"var": "shape.track"}]}""", leaf.Filter.Text);
        Assert.Equal(
            (0.3, 0.01),
            (set.Requirements[0].Parameters.IouThreshold, set.Requirements[0].Parameters.LineThickness)
        );
    }

    // CVAT's defaults (cvat.md 1.2 and 1.3).
    [Fact]
    public void Roots_have_the_defaults_of_CVAT()
    {
        var root = Assert.Single(Read("""[{"name": "x", "annotation_type": "rectangle"}]""").Requirements);

        Assert.Equal((true, "accuracy", 0.7), (root.IsEnabled, root.Metric.Name, root.RequiredScore));
        Assert.Equal(ComparisonProfiles.Cvat274.Defaults, root.Parameters);
        Assert.Equal(
            (0.4, 0.09, 0.01),
            (root.Parameters.IouThreshold, root.Parameters.OksSigma, root.Parameters.LineThickness)
        );
        Assert.False(root.Attributes.ComparesOthers);
    }

    // _requirement_sort_key: siblings by sort_order, then by number.
    [Fact]
    public void Siblings_are_ordered() =>
        Assert.Equal(
            ["b", "b.2", "b.1", "c", "a", "d"],
            Read(
                """
                [
                  {"id": 9, "name": "a", "annotation_type": "tag", "sort_order": 2},
                  {"id": 3, "name": "b", "annotation_type": "mask"},
                  {"id": 4, "name": "c", "annotation_type": "points"},
                  {"id": 8, "name": "b.1", "parent_requirement": 3, "sort_order": 1},
                  {"id": 12, "name": "b.2", "parent_requirement": 3},
                  {"name": "d", "annotation_type": "tag", "sort_order": 2}
                ]
                """
            )
                .Requirements.Select(requirement => requirement.Name)
        );

    // merge_attribute_comparison and test_builds_typed_default_and_override_rules
    [Fact]
    public void Attribute_rules_merge_one_by_one()
    {
        var attributes = Read(
            """
            {
              "labels": {"results": [
                {"id": 1, "name": "car", "attributes": [{"id": 7, "name": "color"}, {"id": 8, "name": "plate"}]},
                {"id": 2, "name": "horse", "attributes": [], "sublabels": [{"id": 3, "name": "head", "attributes": [{"id": 9, "name": "color"}]}]}
              ]},
              "requirements": [
                {"id": 1, "name": "root", "annotation_type": "rectangle", "attribute_comparison": {
                  "default": {"enabled": true, "comparator": "levenshtein", "threshold": 0.75},
                  "rules": [{"spec_id": 7, "enabled": false}, {"spec_id": 8, "enabled": true, "comparator": "exact"}]}},
                {"name": "leaf", "parent_requirement": 1, "attribute_comparison": {
                  "default": {"enabled": null, "threshold": 0.5},
                  "rules": [{"spec_id": 7, "enabled": true}, {"spec_id": 9, "enabled": false}]}}
              ]
            }
            """
        )
            .Requirements[1]
            .Attributes;

        var half = new AttributeRule(AttributeComparator.Levenshtein, 0.5);
        Assert.True(attributes.ComparesOthers);
        Assert.Equal(half, attributes.RuleOf("car", "make"));
        Assert.Equal(half, attributes.RuleOf("car", "color"));
        Assert.Equal(AttributeRule.Exact, attributes.RuleOf("car", "plate"));
        Assert.Null(attributes.RuleOf("head", "color"));
        Assert.Equal(half, attributes.RuleOf("truck", "color"));
    }

    [Theory]
    [InlineData("", 1, 1, "LS6501", "no JSON")]
    [InlineData("[{\"name\": \"x\",\n  \"annotation_type\" \"tag\"}]", 2, 21, "LS6501", "no JSON")]
    [InlineData("[] trailing", 1, 4, "LS6501", "no JSON")]
    [InlineData("[{\"name\": \"\\ud800\", \"annotation_type\": \"tag\"}]", 1, 11, "LS6501", "no characters")]
    [InlineData("7", 1, 1, "LS6503", "a list of requirements")]
    [InlineData("{}", 1, 1, "LS6503", "a list of requirements")]
    [InlineData("[]", 1, 1, "LS6503", "1 to 500 requirements, not 0")]
    [InlineData("[7]", 1, 2, "LS6503", "a requirement is an object")]
    [InlineData(
        """{"requirement": [{"name": "x", "annotation_type": "tag"}]}""",
        1,
        2,
        "LS6502",
        "did you mean \"requirements\"?"
    )]
    [InlineData("""[{"annotation_type": "tag"}]""", 1, 2, "LS6503", "\"name\"")]
    [InlineData("""[{"name": "", "annotation_type": "tag"}]""", 1, 11, "LS6503", "1 to 250 characters")]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "required_scor": 1}]""",
        1,
        42,
        "LS6502",
        "did you mean \"required_score\"?"
    )]
    [InlineData("""[{"name": "x", "name": "y", "annotation_type": "tag"}]""", 1, 16, "LS6502", "twice")]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "required_score": 70}]""",
        1,
        60,
        "LS6503",
        "a number from 0 to 1"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "required_score": null}]""",
        1,
        60,
        "LS6504",
        "no parent to inherit \"required_score\""
    )]
    [InlineData("""[{"name": "x", "annotation_type": "tag", "match_groups": 1}]""", 1, 58, "LS6503", "true or false")]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "metric": "acuracy"}]""",
        1,
        52,
        "LS6503",
        "did you mean \"accuracy\"?"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "iou_threshold": {"type": "iou", "mode": "linear", "input": "gt.shape_area", "points": [{"x": 2, "y": 0.5}]}}]""",
        1,
        59,
        "LS6503",
        "2 to 200 points"
    )]
    [InlineData("""[{"name": "x", "annotation_type": "rectangel"}]""", 1, 35, "LS6503", "did you mean \"rectangle\"?")]
    [InlineData("""[{"name": "x"}]""", 1, 2, "LS6504", "no parent to inherit \"annotation_type\"")]
    [InlineData("""[{"name": "x", "parent_requirement": 5}]""", 1, 38, "LS6504", "parents must be here too")]
    [InlineData("""[{"name": "x", "parent_requirement": "x"}]""", 1, 38, "LS6504", "narrower than itself")]
    [InlineData(
        """[{"name": "a", "annotation_type": "tag"}, {"name": "b", "parent_requirement": "a", "annotation_type": "mask"}]""",
        1,
        103,
        "LS6504",
        "of no other type"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag"}, {"name": "x", "annotation_type": "mask"}]""",
        1,
        43,
        "LS6504",
        "has the name 'x' already"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": "{\"xor\": []}"}]""",
        1,
        54,
        "LS6505",
        "'xor' is no operator"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"map": []}}]""",
        1,
        53,
        "LS6505",
        "'map' is no operator"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"==": [{"var": "shape.lable"}, 1]}}]""",
        1,
        68,
        "LS6505",
        "did you mean 'shape.label'?"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"==": [{"var": "shape.skeleton.label"}, 1]}}]""",
        1,
        68,
        "LS6505",
        "no variable 'shape.skeleton.label'"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"==": ["car", {"var": "shape.label"}]}}]""",
        1,
        60,
        "LS6505",
        "here stands a variable"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"==": [{"var": "shape.label"}, {"var": "shape.type"}]}}]""",
        1,
        84,
        "LS6505",
        "compared with a text, a number"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": {"and": []}}]""",
        1,
        60,
        "LS6505",
        "takes a list"
    )]
    [InlineData("""[{"name": "x", "annotation_type": "tag", "filter": {}}]""", 1, 52, "LS6505", "one operator")]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "filter": 7}]""",
        1,
        52,
        "LS6505",
        "an object of JSON Logic"
    )]
    [InlineData(
        "[{\"name\": \"x\", \"annotation_type\": \"tag\", \"filter\": \"{\\\"==\\\": [\\n{\\\"var\\\" 7}]}\"}]",
        1,
        74,
        "LS6505",
        "no JSON"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "attribute_comparison": {"rules": [{"spec_id": 5, "enabled": true}]}}]""",
        1,
        89,
        "LS6506",
        "GET /api/labels"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "attribute_comparison": {"rules": [{"enabled": true}]}}]""",
        1,
        77,
        "LS6503",
        "names its attribute"
    )]
    [InlineData(
        """[{"name": "x", "annotation_type": "tag", "attribute_comparison": {"default": {"comparator": "fuzzy"}}}]""",
        1,
        93,
        "LS6503",
        "not 'fuzzy'"
    )]
    public void What_is_wrong_is_said_with_its_place(string text, int line, int column, string code, string message)
    {
        var file = RequirementFile.Load(Encoding.UTF8.GetBytes(text));

        Assert.Null(file.Requirements);
        var problem = file.Problems[0];
        Assert.Contains(message, problem.Message);
        Assert.Equal((code, line, column), (problem.Kind.Code, problem.Line, problem.Column));
    }

    // Escapes within the filter, a byte order mark, and characters of several bytes before it.
    [Fact]
    public void Places_in_a_filter_are_those_of_the_file()
    {
        const string Text =
            "\ufeff[{\"name\": \"é𝄞\", \"annotation_type\": \"tag\",\n\"filter\": \"{\\u0022==\\\": [\\t{\\\"var\\\": \\\"shape.labl\\\"}, 1]}\"}]";

        var problem = Assert.Single(RequirementFile.Load(Encoding.UTF8.GetBytes(Text)).Problems);

        Assert.Equal("LS6505", problem.Kind.Code);
        var line = Text.Split('\n')[1];
        Assert.Equal((2, line.IndexOf("\\\"shape", StringComparison.Ordinal) + 1), (problem.Line, problem.Column));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(
            ["LS6502", "LS6503", "LS6505", "LS6505"],
            RequirementFile
                .Load(
                    """[{"name": "x", "color": 1, "annotation_type": "tag", "required_score": 2, "filter": {"and": [{"nor": 1}, {"var": "x"}]}}]"""u8.ToArray()
                )
                .Problems.Select(problem => problem.Kind.Code)
        );

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(100_000, false)]
    public void Filters_that_are_nested_too_deeply_are_refused(int depth, bool isRead)
    {
        var filter =
            string.Concat(Enumerable.Repeat("{\"!\":", depth)) + "{\"var\":\"shape.label\"}" + new string('}', depth);
        foreach (var written in (string[])[filter, $"\"{filter.Replace("\"", "\\\"")}\""])
        {
            var problems = RequirementFile
                .Load(Encoding.UTF8.GetBytes($$"""[{"name": "x", "annotation_type": "tag", "filter": {{written}} }]"""))
                .Problems;

            if (isRead)
                Assert.Empty(problems);
            else
                Assert.Contains("deeper than 64 levels", Assert.Single(problems).Message);
        }
    }

    // A line of 500 descendants, each with a filter, is judged like any other.
    [Fact]
    public void Long_lines_of_descendants_are_judged()
    {
        var requirements = Enumerable
            .Range(1, 499)
            .Select(i =>
                $$$"""{"id": {{{i}}}, "name": "r{{{i}}}", "parent_requirement": {{{i - 1}}}, "filter": {"var": "shape.label"}}"""
            )
            .Prepend("""{"id": 0, "name": "r0", "annotation_type": "rectangle"}""");
        var scene = new Scene(100, 100).Box("car", 0, 0, 10, 10);

        var result = DatasetComparison.Run(
            new(scene.Read("gt.xml"), scene.Read("work.xml"), ComparisonProfiles.Cvat274)
            {
                Requirements = Read($"[{string.Join(',', requirements)}]"),
            }
        );

        Assert.Equal(500, result.Requirements.Length);
        Assert.All(result.Requirements, requirement => Assert.Equal(1, requirement.Score));
    }

    // Whatever becomes of a file, reading it ends with requirements or with what is wrong.
    [Fact]
    public void Damaged_files_are_never_a_crash()
    {
        var whole = Encoding.UTF8.GetBytes(
            """[{"id": 1, "name": "x", "annotation_type": "tag", "filter": "{\"in\": [{\"var\": \"shape.label\"}, [\"a\", 1]]}", "attribute_comparison": {"default": {"enabled": true}, "rules": [{"name": "a", "enabled": true}]}, "iou_threshold": {"type": "iou", "mode": "constant", "value": 0.5}}]"""
        );
        var random = new Random(5);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = whole.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var file = RequirementFile.Load(damaged[..random.Next(damaged.Length / 2, damaged.Length + 1)]);
            Assert.Equal(file.Requirements is null, file.Problems.Length > 0);
        }
    }

    static RequirementSet Read(string text)
    {
        var file = RequirementFile.Load(Encoding.UTF8.GetBytes(text));
        Assert.Empty(file.Problems);
        return file.Requirements!;
    }
}
