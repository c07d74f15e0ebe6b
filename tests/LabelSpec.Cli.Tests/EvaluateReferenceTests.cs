using System.Text.Json.Nodes;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>The command's numbers beside those of lvis-api, tidecv and panopticapi for the same files.</summary>
public sealed class EvaluateReferenceTests
{
    const double Tolerance = 1e-12;

    static readonly string Fixtures = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "LabelSpec.Quality.Tests",
        "fixtures"
    );

    [Theory]
    [InlineData("bbox")]
    [InlineData("segm")]
    public void Lvis_gives_the_numbers_of_lvis_api(string type)
    {
        var numbers = Evaluate("lvis", "gt.json", $"{type}.json", "--lvis", "--type", type)["lvis"]!.AsObject();
        var expected = Expected("lvis")[type]!;

        Assert.Equal(13, numbers.Count);
        foreach (var (name, value) in numbers)
            Assert.Equal((double)expected[name]!, (double)value!, Tolerance);
    }

    [Fact]
    public void Tide_gives_the_numbers_of_tidecv()
    {
        var tide = Evaluate("tide", "gt.json", "bbox.json", "--tide")["tide"]!;
        var expected = Expected("tide");

        Assert.Equal((double)expected["ap"]! / 100, (double)tide["ap"]!, Tolerance);
        foreach (var (kind, theirs) in expected["errors"]!.AsObject())
        {
            var ours = tide["errors"]![kind.ToLowerInvariant()]!;
            // tidecv also counts the one prediction in an ignore region, which no AP knows of, among the background errors.
            var neutral = kind == "Bkg" ? 1 : 0;
            Assert.Equal((int)theirs!["count"]!, (int)ours["count"]! + neutral);
            Assert.Equal((double)theirs["gain"]! / 100, (double)ours["ap_gain"]!, Tolerance);
        }

        Assert.Equal((double)expected["special"]!["FalsePos"]! / 100, (double)tide["false_positive_gain"]!, Tolerance);
        Assert.Equal((double)expected["special"]!["FalseNeg"]! / 100, (double)tide["false_negative_gain"]!, Tolerance);
    }

    [Theory]
    [InlineData("gt.rle.json", "pred.rle.json")]
    [InlineData("gt.json", "pred.json")]
    public void Panoptic_quality_is_that_of_panopticapi(string truth, string predictions)
    {
        var report = Evaluate("panoptic", truth, predictions, "--type", "panoptic");
        var expected = Expected("panoptic");

        foreach (var group in new[] { "all", "things", "stuff" })
        {
            AssertScore(expected[group]!, report["panoptic"]![group]!);
            Assert.Equal((int)(double)expected[group]!["n"]!, (int)report["panoptic"]![group]!["categories"]!);
        }

        Assert.Equal(7, report["classes"]!.AsArray().Count);
        foreach (var ours in report["classes"]!.AsArray())
        {
            var theirs = expected["classes"]![(string)ours!["name"]!]!;
            AssertScore(theirs, ours);
            Assert.Equal((int)theirs["tp"]!, (int)ours["hits"]!);
            Assert.Equal((int)theirs["fp"]!, (int)ours["false_alarms"]!);
            Assert.Equal((int)theirs["fn"]!, (int)ours["missed"]!);
        }
    }

    static void AssertScore(JsonNode theirs, JsonNode ours)
    {
        foreach (var measure in new[] { "pq", "sq", "rq" })
            Assert.Equal((double)theirs[measure]!, (double)ours[measure.ToUpperInvariant()]!, Tolerance);
    }

    static JsonNode Expected(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, folder, "expected.json")))!;

    static JsonNode Evaluate(string folder, string truth, string predictions, params string[] options) =>
        JsonNode.Parse(
            Labelspec
                .Run([
                    "evaluate",
                    Path.Combine(Fixtures, folder, truth),
                    Path.Combine(Fixtures, folder, predictions),
                    "--format",
                    "json",
                    .. options,
                ])
                .Exits(0)
                .Output
        )!;
}
