using System.Text.Json.Nodes;

namespace LabelSpec.Cli.Tests;

/// <summary><c>evaluate --lvis</c> of files that are not as they should be.</summary>
public sealed class EvaluateLvisTests
{
    const string Categories =
        """[{"id": 1, "name": "owl", "frequency": "r"}, {"id": 2, "name": "cat", "frequency": "f"}]""";

    const string Images = """
        [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100, "neg_category_ids": [2], "not_exhaustive_category_ids": []}]
        """;

    [Fact]
    public void Both_are_found()
    {
        var report = Evaluate(Categories, Images);

        Assert.Equal(1, (double)report["lvis"]!["APr"]!, 12);
        Assert.Empty(report["findings"]!.AsArray());
    }

    // A NaN in the scores of nobody's interest made a strict reader throw.
    [Theory]
    [InlineData(""" "info": {"version": NaN, "mean": -Infinity}, """)]
    [InlineData(""" "info": {'version': 1.0, }, """)]
    [InlineData(""" "info": {"valid": True, "old": None}, """)]
    [InlineData(" /* made by a script */ ")]
    public void What_strict_JSON_does_not_have_is_read(string head)
    {
        var report = Evaluate(Categories, Images, head);

        Assert.Equal(1, (double)report["lvis"]!["APr"]!, 12);
    }

    [Theory]
    [InlineData(
        """[{"id": 1, "name": "owl", "frequency": "r"}, {"id": 2, "name": "cat", "frequency": "often"}]""",
        Images
    )]
    [InlineData("""[{"id": 1, "name": "owl", "frequency": "r"}, {"id": 2, "name": "cat", "frequency": NaN}]""", Images)]
    [InlineData("""[{"id": 1, "name": "owl", "frequency": "r"}, {"id": 2, "name": "cat"}]""", Images)]
    [InlineData(
        Categories,
        """[{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100, "neg_category_ids": [99]}]"""
    )]
    [InlineData(
        Categories,
        """[{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100, "neg_category_ids": [NaN, "x", {}]}]"""
    )]
    public void What_says_nothing_is_told_with_its_place(string categories, string images)
    {
        var report = Evaluate(categories, images);

        var finding = report["findings"]!.AsArray().First(finding => (string?)finding!["rule"] == "LS6113")!;
        Assert.Equal("gt.json", (string?)finding["file"]);
        Assert.InRange((int)finding["line"]!, 1, 3);
        Assert.Equal(1, (double)report["lvis"]!["APr"]!, 12);
    }

    [Fact]
    public void Without_any_frequency_there_are_no_numbers_of_LVIS()
    {
        using var scratch = Scratch("""[{"id": 1, "name": "owl"}, {"id": 2, "name": "cat"}]""", Images, "");

        var outcome = scratch.Run("evaluate", "gt.json", "p.json", "--lvis").Exits(2);

        Assert.Contains("--lvis needs a ground truth of LVIS", outcome.Error);
    }

    [Fact]
    public void A_file_that_ends_early_is_told_with_its_place()
    {
        using var scratch = Scratch(Categories, Images, "");
        scratch.Write("gt.json", File.ReadAllText(scratch["gt.json"])[..^40]);

        var outcome = scratch.Run("evaluate", "gt.json", "p.json", "--lvis").Exits(3);

        Assert.Contains("gt.json:", outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    static JsonNode Evaluate(string categories, string images, string head = "")
    {
        using var scratch = Scratch(categories, images, head);
        return JsonNode.Parse(scratch.Run("evaluate", "gt.json", "p.json", "--lvis", "-f", "json").Exits(0).Output)!;
    }

    static Scratch Scratch(string categories, string images, string head)
    {
        var scratch = new Scratch();
        scratch.Write(
            "gt.json",
            $$"""
            { {{head}} "images": {{images}},
             "categories": {{categories}},
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 2500, "iscrowd": 0}]}
            """
        );
        scratch.Write("p.json", """[{"image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "score": 0.9}]""");
        return scratch;
    }
}
