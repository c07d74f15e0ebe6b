using System.Text.Json.Nodes;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

public sealed class ConsensusTests
{
    static readonly string[] Works =
    [
        .. new[] { "anna", "ben", "cleo" }.Select(name => RepositoryFiles.Sample("scores", $"{name}.json")),
    ];

    [Theory]
    [InlineData("majority")]
    [InlineData("weighted")]
    [InlineData("dawid-skene")]
    [InlineData("mace")]
    [InlineData("cvat")]
    public void The_merged_file_can_be_checked_and_every_object_says_where_it_comes_from(string method)
    {
        using var folder = new Scratch();

        var report = JsonNode.Parse(
            folder
                .Run(["consensus", .. Works, "--method", method, "-o", "out/merged.json", "-f", "json"])
                .Exits(0)
                .Output
        )!;
        var merged = JsonNode.Parse(File.ReadAllText(folder["out/merged.json"]))!["annotations"]!.AsArray();

        Assert.Equal((int)report["objects"]!, merged.Count);
        Assert.InRange(merged.Count, 50, 66);
        Assert.All(
            merged,
            one =>
            {
                var from = one!["consensus"]!;
                Assert.InRange((double)from["score"]!, .01, 1);
                Assert.NotEmpty(from["members"]!.AsArray());
            }
        );
        folder.Run("check", "out/merged.json").Exits(0);
    }

    [Fact]
    public void Nothing_is_written_when_an_input_cannot_be_read()
    {
        using var folder = new Scratch();

        folder.Run("consensus", Works[0], "missing.json", "-o", "merged.json").Exits(3);

        Assert.False(File.Exists(folder["merged.json"]));
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.json -o b.json --quorum 0")]
    [InlineData("a.json -o b.json --method vote")]
    [InlineData("a.json -o b.json --method cvat --geometry average")]
    public void Wrong_command_lines_are_refused(string line) =>
        Labelspec.Run(["consensus", .. line.Split(' ')]).Exits(2);

    [Fact]
    public void Tables_of_labels_are_decided_and_measured()
    {
        using var folder = new Scratch();
        folder.Write("votes.tsv", "anna\t1\tcat\nben\t1\tcat\ncleo\t1\tdog\nanna\t2\tcat\nben\t2\tdog\n");

        folder.Run("consensus", "--labels", "votes.tsv", "-o", "out.csv").Exits(0);
        var agreement = JsonNode.Parse(folder.Run("agree", "--labels", "votes.tsv", "-f", "json").Exits(0).Output)!;

        Assert.Equal(
            ["item,label,probability,votes", "1,cat,0.6666666666666666,3", "2,,0.5,2"],
            File.ReadAllLines(folder["out.csv"])
        );
        Assert.Equal(5, (int)agreement["answers"]!);
        Assert.Contains(
            "votes.tsv:1: no column",
            folder.Run("agree", "--labels", "--columns", "a,b,c", "votes.tsv").Exits(3).Error,
            StringComparison.Ordinal
        );
    }
}
