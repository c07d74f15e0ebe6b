namespace LabelSpec.Engine.Tests.Rules;

public class PairCostTests
{
    const int Boxes = 20_000;

    // A grid of boxes, each overlapping its neighbours a little.
    static readonly SceneRow[] Grid =
    [
        .. Enumerable
            .Range(0, Boxes)
            .Select(i => new SceneRow(i % 2 == 0 ? "car" : "bus", i % 200 * 5, i / 200 * 10, 6, 11)),
    ];

    [Theory]
    [InlineData("for pair a, b: any forbid iou(a, b) > 0.9")]
    [InlineData("for pair a, b: any forbid iou(a, b) > 0.9 and a.class != b.class unless a.width > b.width")]
    [InlineData("for a: car, b: bus where not b.truncated require overlap(a, b) < 50%")]
    [InlineData("for a: any, b: any where a.group == b.group require tight(a, b, 1px)")]
    [InlineData("for pair a, b: any require distance(a, b) >= 2px unless a.truncated or b.truncated")]
    public void Twenty_thousand_boxes_in_one_image_do_not_cost_the_square(string rule)
    {
        var judged = RuleBench.Judge($$"""{{Classes}} rule r { {{rule}} }""", Grid);
        Assert.InRange(judged.PairsEvaluated, 1, 20L * Boxes);
        var (satisfied, violated, undecidable) = judged[0];
        Assert.True(satisfied + violated + undecidable > 0);
    }

    [Fact]
    public void Pairs_that_nobody_looked_at_are_counted_all_the_same()
    {
        var judged = RuleBench.Judge(Classes + " rule r { for pair a, b: any forbid iou(a, b) > 0.9 }", Grid);
        Assert.Equal(((long)Boxes * (Boxes - 1) / 2, 0, 0), judged[0]);
    }

    [Fact]
    public void A_quantifier_over_twenty_thousand_boxes_looks_at_neighbours_only()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var judged = RuleBench.Judge(
            Classes + " rule r { for a: car require exists b: bus where overlap(a, b) > 0 }",
            Grid
        );
        Assert.Equal((Boxes / 2, 0, 0), judged[0]);
        // All pairs would be a hundred million evaluations.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    const string Classes = """
        class car { shape box  attribute truncated: bool = false }
        class bus { shape box  attribute truncated: bool = false }
        """;
}
