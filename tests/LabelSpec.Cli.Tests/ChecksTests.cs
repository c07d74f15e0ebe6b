using System.Text.Json.Nodes;
using LabelSpec.Engine.Checks;

namespace LabelSpec.Cli.Tests;

public sealed class ChecksTests
{
    [Fact]
    public void Every_built_in_check_is_listed_in_the_table_and_in_json()
    {
        var table = Labelspec.Run("checks").Exits(0).Output.TrimEnd('\n').Split('\n')[1..];
        Assert.Equal(CheckCatalogue.Listed.Select(check => check.Code), table.Select(line => line[..6]));

        var json = JsonNode.Parse(Labelspec.Run("checks", "--format", "json").Exits(0).Output)!.AsArray();
        Assert.Equal(CheckCatalogue.Listed.Select(check => check.Name), json.Select(check => (string?)check!["name"]));
        Assert.Contains("LS2120", table.Single(line => line.Contains("Ring is not closed", StringComparison.Ordinal)));
        var parameter = CheckCatalogue.All.First(check => !check.Parameters.IsEmpty).Parameters[0];
        var listed = json.First(check => check!["parameters"]!.AsArray().Count > 0)!["parameters"]![0]!;
        Assert.Equal(parameter.Name, (string?)listed["name"]);
        Assert.Equal(parameter.Default, (double)listed["default"]!);
    }
}
