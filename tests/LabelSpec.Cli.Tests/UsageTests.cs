namespace LabelSpec.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("schema --hlep", "there is no option '--hlep'; did you mean '--help'?")]
    [InlineData("schema report --hlep=x", "there is no option '--hlep'; did you mean '--help'?")]
    [InlineData("shcema report", "there is no command 'shcema'; did you mean 'schema'?")]
    [InlineData("expl LS1001", "there is no command 'expl'; did you mean 'explain'?")]
    [InlineData(
        "schema reprot",
        "NAME is one of project, report, comparison, requirements, not 'reprot'; did you mean 'report'?"
    )]
    [InlineData("schema report again", "unexpected 'again'")]
    [InlineData("explain nonsense", "there is no code or rule 'nonsense'")]
    [InlineData(
        "convert a b --to cocco",
        "--to is one of coco, cvat, datumaro, label-studio, labelme, voc, yolo, yolo-obb, yolo-pose, yolo-segment, yolo-classify, not 'cocco'; did you mean 'coco'?"
    )]
    [InlineData("schema -- -x", "NAME is one of project, report, comparison, requirements, not '-x'")]
    public void A_wrong_word_is_named_with_the_nearest_right_one(string line, string message)
    {
        var outcome = Labelspec.Run(line.Split(' ')).Exits(2);
        Assert.Empty(outcome.Output);
        Assert.StartsWith($"labelspec: {message}\n", outcome.Error);
    }

    [Fact]
    public void Without_a_command_the_help_goes_to_standard_error()
    {
        var outcome = Labelspec.Run().Exits(2);
        Assert.Empty(outcome.Output);
        Assert.Contains("Usage:", outcome.Error);
    }

    [Fact]
    public void Help_and_version_are_results()
    {
        Assert.Contains("Usage:", Labelspec.Run("--help").Exits(0).Output);
        Assert.Contains("Examples:\n  labelspec schema", Labelspec.Run("schema", "--help").Exits(0).Output);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", Labelspec.Run("--version").Exits(0).Output);
    }

    [Fact]
    public void Completion_is_offered()
    {
        Assert.Contains("schema\n", Labelspec.Run("[suggest:3]", "sch").Exits(0).Output);
        Assert.Equal("project\n", Labelspec.Run("[suggest:10]", "schema pro").Exits(0).Output);
    }
}
