namespace LabelSpec.Cli.Tests;

public sealed class BaselineTests
{
    [Fact]
    public void Known_findings_are_counted_and_not_reported_even_when_lines_move()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        var update = scratch.Run("check", "--baseline", "known/b.json", "--update-baseline", "data.json").Exits(0);
        Assert.Empty(update.Output);
        Assert.Contains("known/b.json knows 2 findings", update.Error);

        scratch.Write("data.json", "\n\n" + File.ReadAllText(scratch["data.json"]).Replace("    {", "\t{"));
        var check = scratch.Run("check", "--baseline", "known/b.json", "--fail-on", "info", "data.json").Exits(0);
        Assert.Contains("not shown: 2 known from the baseline", check.Output);
    }

    [Fact]
    public void A_new_finding_is_reported_beside_known_ones()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        scratch.Run("check", "--baseline", "b.json", "--update-baseline", "data.json").Exits(0);
        scratch.Write(
            "data.json",
            File.ReadAllText(scratch["data.json"]).Replace("\"bbox\": [10, 10,", "\"bbox\": [-9, 10,")
        );
        var check = scratch.Run("check", "--baseline", "b.json", "--fail-on", "warning", "data.json").Exits(1);
        Assert.Contains("data.json:7:", check.Output);
        Assert.DoesNotContain("data.json:8:", check.Output);
    }

    [Fact]
    public void Sarif_holds_known_and_waived_findings_as_suppressions_with_their_reason()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        scratch.Run("check", "--rule", "LS3203", "--baseline", "b.json", "--update-baseline", "data.json").Exits(0);
        scratch.Write("labelspec.yaml", "waive: { rule: LS3003, because: old export, until: 2999-01-01 }\n");

        var sarif = scratch.Run("check", "--baseline", "b.json", "--format", "sarif", "data.json").Exits(0).Output;

        Assert.Equal(
            [("LS3003", "old export"), ("LS3203", "known from the baseline")],
            System.Text.Json.Nodes.JsonNode.Parse(sarif)!["runs"]![0]!["results"]!
                .AsArray()
                .Where(result => result!["level"]!.ToString() != "note")
                .Select(result =>
                    (result!["ruleId"]!.ToString(), result["suppressions"]![0]!["justification"]!.ToString())
                )
        );
    }

    [Fact]
    public void A_broken_baseline_is_said_before_the_work_begins()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        scratch.Write("b.json", "{ broken");
        var check = scratch.Run("check", "--baseline", "b.json", "data.json").Exits(2);
        Assert.StartsWith("labelspec: the baseline b.json cannot be used: ", check.Error);
    }
}
