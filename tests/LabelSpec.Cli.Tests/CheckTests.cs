using System.Text.Json.Nodes;
using System.Xml.Linq;
using NJsonSchema;

namespace LabelSpec.Cli.Tests;

/// <summary><c>labelspec check</c> with built-in checks alone.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(0, "clean.json")]
    [InlineData(1, "defects.json")]
    [InlineData(1, "clean.json defects.json")]
    [InlineData(1, ".")]
    [InlineData(1, "*.json")]
    [InlineData(0, "--fail-on never defects.json")]
    [InlineData(0, "--severity LS3003=warning defects.json")]
    [InlineData(1, "--severity LS3003=warning --fail-on warning defects.json")]
    [InlineData(0, "--severity LS3003=off --severity LS3203=off --fail-on info defects.json")]
    [InlineData(0, "--rule LS3203 defects.json")]
    [InlineData(1, "--rule LS3203 --rule LS3003 defects.json")]
    [InlineData(3, "missing.json")]
    [InlineData(3, "defects.json missing.json")]
    [InlineData(3, "../empty")]
    [InlineData(3, "../broken/truncated.json")]
    [InlineData(2, "--spec missing.labelspec clean.json")]
    [InlineData(2, "--baseline missing.json clean.json")]
    [InlineData(2, "--update-baseline clean.json")]
    [InlineData(2, "--format xml clean.json")]
    [InlineData(2, "--fail-on often clean.json")]
    [InlineData(2, "--max -1 clean.json")]
    [InlineData(2, "--max many clean.json")]
    [InlineData(2, "--jobs 0 clean.json")]
    [InlineData(2, "--severity LS3003 clean.json")]
    [InlineData(2, "--severity LS3003=fatal clean.json")]
    [InlineData(2, "--frmat json clean.json")]
    public void The_exit_code_says_how_it_went(int expected, string line)
    {
        var outcome = Check(line).Exits(expected);
        // What is wrong with the command line is no result; everything else is.
        Assert.Equal(expected == 2, outcome.Output.Length == 0);
        Assert.Equal(expected == 2, outcome.Error.Length > 0);
    }

    [Fact]
    public void Nothing_to_check_is_a_wrong_command_line()
    {
        using var scratch = new Scratch();
        Assert.Contains("nothing to check", scratch.Run("check").Exits(2).Error);
    }

    [Fact]
    public void Text_names_file_line_and_column_and_hides_nothing_in_a_pipe()
    {
        var outcome = Check("defects.json").Exits(1);
        Assert.Contains("defects.json:8:27: error[LS3003] ", outcome.Output);
        Assert.Contains("\n1 file, 2 images, 3 annotations in ", outcome.Output);
        Assert.EndsWith("\n1 error, 1 warning, 0 infos\n", outcome.Output);
        Assert.DoesNotContain('\u001b', outcome.Output + outcome.Error);
    }

    [Fact]
    public async Task Json_follows_the_printed_schema_and_names_the_defect()
    {
        var schema = await JsonSchema.FromJsonAsync(Labelspec.Run("schema", "report").Output);
        var text = Check("--format json defects.json").Exits(1).Output;
        Assert.Empty(schema.Validate(text));

        var report = JsonNode.Parse(text)!;
        var finding = report["findings"]![0]!;
        Assert.Equal("LS3003", (string?)finding["rule"]);
        Assert.Equal((8, 27), ((int)finding["line"]!, (int)finding["column"]!));
        Assert.Equal(2, (int)finding["annotation"]!);
        Assert.Equal("coco", (string?)report["inputs"]![0]!["format"]);
        Assert.Equal(3, (int)report["summary"]!["annotations"]!);
        Assert.Null(report["spec"]);
    }

    [Fact]
    public void Each_other_format_is_well_formed()
    {
        var sarif = JsonNode.Parse(Check("--format sarif defects.json").Exits(1).Output)!;
        Assert.Equal(2, sarif["runs"]![0]!["results"]!.AsArray().Count);
        Assert.Equal(1, (int)sarif["runs"]![0]!["invocations"]![0]!["exitCode"]!);
        var junit = XDocument.Parse(Check("--format junit defects.json").Exits(1).Output);
        Assert.Single(junit.Descendants("failure"));
        Assert.StartsWith("::error file=defects.json,line=8,", Check("--format github defects.json").Exits(1).Output);
    }

    [Fact]
    public void The_report_can_go_to_a_file()
    {
        using var scratch = new Scratch();
        var outcome = Check($"--output {scratch["report.txt"]} defects.json").Exits(1);
        Assert.Empty(outcome.Output);
        Assert.Contains("error[LS3003]", File.ReadAllText(scratch["report.txt"]));
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("missing-folder/report.txt")]
    public void An_output_that_cannot_be_written_is_said_in_one_line(string path)
    {
        var outcome = Check($"--output {path} defects.json").Exits(3);
        Assert.StartsWith("labelspec: ", outcome.Error);
        Assert.Equal(1, outcome.Error.Count(character => character == '\n'));
    }

    [Fact]
    public void Max_limits_what_is_shown_and_not_what_is_counted()
    {
        using var scratch = new Scratch();
        var annotations = Enumerable
            .Range(1, 30)
            .Select(id =>
                $$"""{"id": {{id}}, "image_id": 99, "category_id": 1, "bbox": [{{id}}, 1, 5, 5], "area": 25}"""
            );
        scratch.Write(
            "many.json",
            $$"""
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
             "annotations": [{{string.Join(",\n", annotations)}}],
             "categories": [{"id": 1, "name": "car"}]}
            """
        );
        Assert.Equal(10, Shown(scratch.Run("check", "many.json")));
        Assert.Equal(3, Shown(scratch.Run("check", "--max", "3", "many.json")));
        Assert.Equal(30, Shown(scratch.Run("check", "--max", "0", "many.json")));
        Assert.Contains("27 more of LS3003", scratch.Run("check", "--max", "3", "many.json").Output);
        Assert.Contains("\n30 errors", scratch.Run("check", "--max", "3", "many.json").Output);

        static int Shown(Outcome outcome) => outcome.Output.Split("error[LS3003]").Length - 1;
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var one = JsonNode.Parse(Check("--format json --jobs 1 .").Output)!;
        var four = JsonNode.Parse(Check("--format json --jobs 4 .").Output)!;
        Assert.Equal(one["findings"]!.ToJsonString(), four["findings"]!.ToJsonString());
    }

    static Outcome Check(string line) =>
        new Labelspec.Invocation { Arguments = ["check", .. line.Split(' ')], Folder = Fixture.Coco }.Run();
}
