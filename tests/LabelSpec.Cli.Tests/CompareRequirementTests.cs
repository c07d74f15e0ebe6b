using System.Text.Json;
using LabelSpec.TestSupport;
using NJsonSchema;

namespace LabelSpec.Cli.Tests;

/// <summary><c>labelspec compare --requirements</c>.</summary>
public sealed class CompareRequirementTests
{
    static readonly string Sample = RepositoryFiles.Sample("street_review");

    // 4 of 4 large cars are right, and 2 more are invented; of two lights one has the right state.
    [Fact]
    public void The_sample_reaches_two_of_three()
    {
        var outcome = Run(Path.Combine(Sample, "requirements.json")).Exits(1);

        Assert.Contains("reached: boxes: accuracy of 0.6500 (0.6923)\n", outcome.Output);
        Assert.Contains("reached: large cars: recall of 0.8000 (1.0000)\n", outcome.Output);
        Assert.Contains("not reached: state of lights: accuracy of 1.0000 (0.3333)\n", outcome.Output);
        // What is in the way, with its place.
        Assert.Contains("gt.json:18:3: error[missing_annotation] traffic light", outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task The_json_tells_each_and_all()
    {
        var output = Run(Path.Combine(Sample, "requirements.json"), "--format", "json").Exits(1).Output;

        var schema = await JsonSchema.FromJsonAsync(Labelspec.Run("schema", "comparison").Exits(0).Output);
        Assert.Empty(schema.Validate(output));
        using var report = JsonDocument.Parse(output);
        Assert.Equal(
            ["boxes:True", "large cars:True", "state of lights:False"],
            report
                .RootElement.GetProperty("requirements")
                .EnumerateArray()
                .Select(each => $"{each.GetProperty("name")}:{each.GetProperty("completed")}")
        );
        Assert.False(report.RootElement.GetProperty("completed").GetBoolean());
        var summary = report.RootElement.GetProperty("cvat").GetProperty("comparison_summary");
        // The two invented cars are found by two requirements and count once; one car is extra where its truck is filtered out.
        Assert.Equal(
            """{"missing_annotation":2,"extra_annotation":4,"mismatching_label":1}""",
            summary.GetProperty("conflicts_by_type").GetRawText().Replace(" ", "").Replace("\n", "")
        );
        var requirements = summary.GetProperty("requirements");
        Assert.Equal(
            (3, 3, 2, 0),
            (
                requirements.GetProperty("total_count").GetInt32(),
                requirements.GetProperty("enabled_count").GetInt32(),
                requirements.GetProperty("completed_count").GetInt32(),
                requirements.GetProperty("not_computed_count").GetInt32()
            )
        );
        var light = report.RootElement.GetProperty("cvat").GetProperty("groups").GetProperty("state of lights");
        Assert.Equal(2, light.GetProperty("comparison_summary").GetProperty("conflict_count").GetInt32());
        Assert.Equal(3, light.GetProperty("parameters").GetProperty("requirement_id").GetInt32());
        Assert.Equal(1, light.GetProperty("parameters").GetProperty("parent_requirement").GetInt32());
    }

    // Without annotations there is nothing to compute, which counts as reached: exit code 0.
    [Fact]
    public void What_cannot_be_computed_counts_as_reached()
    {
        using var scratch = new Scratch();
        scratch.Write("gt.xml", Image(1));
        scratch.Write("work.xml", Image(1));
        scratch.Write(
            "quality.json",
            """
            {"requirements": [
              {"name": "tags", "annotation_type": "tag"},
              {"name": "people", "annotation_type": "rectangle", "filter": {"==": [{"var": "shape.label"}, "person"]}},
              {"name": "off", "annotation_type": "rectangle", "enabled": false}
            ]}
            """
        );

        var outcome = scratch.Run(
            "compare",
            "--profile",
            "cvat-2.74",
            "--requirements",
            "quality.json",
            "gt.xml",
            "work.xml"
        );
        Assert.Contains(
            "not computed: tags: neither side has such annotations; counts as reached",
            outcome.Exits(0).Output
        );
        Assert.Contains("not computed: people: no annotation passes the filter", outcome.Output);
        Assert.DoesNotContain("off", outcome.Output);

        using var report = JsonDocument.Parse(
            scratch
                .Run(
                    "compare",
                    "--profile",
                    "cvat-2.74",
                    "--requirements",
                    "quality.json",
                    "gt.xml",
                    "work.xml",
                    "--format",
                    "json"
                )
                .Exits(0)
                .Output
        );
        var cvat = report.RootElement.GetProperty("cvat");
        var requirements = cvat.GetProperty("comparison_summary").GetProperty("requirements");
        Assert.Equal(3, requirements.GetProperty("total_count").GetInt32());
        Assert.Equal(2, requirements.GetProperty("not_computed_count").GetInt32());
        Assert.Equal(2, requirements.GetProperty("completed_count").GetInt32());
        Assert.Equal(
            """{"status":"not_computed","reason":"filter_no_matches","annotations":{"candidate_count":1,"selected_count":0,"missing_attributes":[]},"ground_truth":{"candidate_count":1,"selected_count":0,"missing_attributes":[]}}""",
            cvat.GetProperty("groups")
                .GetProperty("people")
                .GetProperty("comparison_summary")
                .GetProperty("calculation")
                .GetRawText()
                .Replace(" ", "")
                .Replace("\n", "")
        );
    }

    // Two jobs of one task; in the second the only car is elsewhere.
    [Fact]
    public void Jobs_that_reach_every_requirement_are_told()
    {
        using var scratch = new Scratch();
        scratch.Write("gt.xml", Image(1, 2));
        scratch.Write("work/a.xml", Image(1, 3));
        scratch.Write(
            "work/b.xml",
            Image(2, 4).Replace("xtl=\"0\" ytl=\"0\" xbr=\"9\"", "xtl=\"50\" ytl=\"0\" xbr=\"59\"")
        );
        scratch.Write("quality.json", """[{"name": "boxes", "annotation_type": "rectangle", "required_score": 0.3}]""");

        using var report = JsonDocument.Parse(
            scratch
                .Run(
                    "compare",
                    "--profile",
                    "cvat-2.74",
                    "--requirements",
                    "quality.json",
                    "gt.xml",
                    "work",
                    "--format",
                    "json"
                )
                .Exits(0)
                .Output
        );

        var jobs = report.RootElement.GetProperty("cvat").GetProperty("comparison_summary").GetProperty("jobs");
        Assert.Equal(2, jobs.GetProperty("total_count").GetInt32());
        Assert.EndsWith("a.xml", Assert.Single(jobs.GetProperty("completed").EnumerateArray()).GetString());
    }

    [Fact]
    public void Mistakes_are_told_with_their_places_and_nothing_is_compared()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "quality.json",
            """
            [
              {"name": "x", "annotation_type": "rectangel"},
              {"name": "y", "annotation_type": "mask", "filter": "{\"==\": [{\"var\": \"shape.lable\"}, 1]}"}
            ]
            """
        );

        var outcome = scratch
            .Run("compare", "--profile", "cvat-2.74", "--requirements", "quality.json", Truth, Work)
            .Exits(2);

        Assert.Empty(outcome.Output);
        Assert.Contains("quality.json:2:36: error[LS6503] ", outcome.Error);
        Assert.Contains("did you mean \"rectangle\"?", outcome.Error);
        Assert.Contains(
            "quality.json:3:75: error[LS6505] filters of mask have no variable 'shape.lable'",
            outcome.Error
        );
        Assert.Contains("nothing was compared", outcome.Error);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said() =>
        Assert.Contains("the requirements cannot be read", Run("nowhere.json").Exits(2).Error);

    [Theory]
    [InlineData("strict", "", "--requirements are judged by --profile cvat-2.74 alone")]
    [InlineData("cvat-classic", "", "--requirements are judged by --profile cvat-2.74 alone")]
    [InlineData("cvat-2.74", "--iou=0.5", "--iou and --requirements exclude each other")]
    [InlineData("cvat-2.74", "--attribute=state=off", "--attribute and --requirements exclude each other")]
    public void What_would_not_be_judged_is_refused(string profile, string option, string message) =>
        Assert.Contains(
            message,
            Labelspec
                .Run([
                    "compare",
                    "--profile",
                    profile,
                    "--requirements",
                    Path.Combine(Sample, "requirements.json"),
                    .. option.Length == 0 ? [] : (string[])[option],
                    Truth,
                    Work,
                ])
                .Exits(2)
                .Error
        );

    static string Truth => Path.Combine(Sample, "gt.json");

    static string Work => Path.Combine(Sample, "work.json");

    static Outcome Run(string file, params string[] more) =>
        Labelspec.Run(["compare", "--profile", "cvat-2.74", "--requirements", file, Truth, Work, .. more]);

    static string Image(params int[] numbers) =>
        "<annotations><version>1.1</version>"
        + string.Concat(
            numbers.Select(number =>
                $"<image id=\"{number}\" name=\"{number}.png\" width=\"100\" height=\"100\"><box label=\"car\" occluded=\"0\" xtl=\"0\" ytl=\"0\" xbr=\"9\" ybr=\"9\" z_order=\"0\"></box></image>"
            )
        )
        + "</annotations>";
}
