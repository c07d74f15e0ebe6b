using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class BoxPairsTests
{
    // Whole numbers in a small range make ties, touching edges and identical boxes common.
    static readonly Gen<Box> Boxes = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 9], Gen.Int[0, 9])
        .Select((x, y, w, h) => new Box(x, y, w, h));

    [Fact]
    public void All_pairs_within_a_set_are_those_of_the_definition() =>
        Gen.Select(Boxes.Array[0, 120], Gen.Int[0, 3])
            .Holds((boxes, distance) => Assert.Equal(ByDefinition(boxes, distance), BoxPairs.Find(boxes, distance)));

    [Fact]
    public void All_pairs_between_two_sets_are_those_of_the_definition() =>
        Gen.Select(Boxes.Array[0, 90], Boxes.Array[0, 90], Gen.Int[0, 3])
            .Holds(
                (first, second, distance) =>
                {
                    var expected =
                        from i in Enumerable.Range(0, first.Length)
                        from j in Enumerable.Range(0, second.Length)
                        where AreNear(first[i], second[j], distance)
                        select new BoxPair(i, j);
                    Assert.Equal(expected, BoxPairs.FindBetween(first, second, distance));
                }
            );

    [Theory]
    [InlineData("spread")]
    [InlineData("one column")]
    [InlineData("one row")]
    [InlineData("nested strips")]
    [InlineData("cross")]
    public void Twenty_thousand_boxes_are_not_all_compared_with_each_other(string arrangement)
    {
        const int count = 20_000;
        var boxes = Enumerable.Range(0, count).Select(i => Arrange(arrangement, i)).ToArray();
        var counter = new Counter();
        var search = new BoxPairSearch<Counter>(0, ref counter);
        search.Within(boxes);
        // All pairs would be 200 million comparisons.
        Assert.InRange(search.Comparisons, counter.Pairs, 2 * counter.Pairs + 100L * count);
        Assert.True(search.Comparisons < 4_000_000, $"{search.Comparisons} comparisons");
    }

    [Fact]
    public void Boxes_that_are_not_proper_are_in_no_pair()
    {
        Box[] boxes =
        [
            new(double.NaN, 0, 10, 10),
            new(0, 0, double.PositiveInfinity, 10),
            new(0, 0, -1, 10),
            new(5, 5, 10, 10),
            new(1e308, 0, 1e308, 1),
        ];
        Assert.Empty(BoxPairs.Find(boxes));
        Assert.Empty(BoxPairs.FindBetween(boxes, boxes.AsSpan(0, 3)));
    }

    [Fact]
    public void A_visitor_can_end_the_search()
    {
        var boxes = Enumerable.Repeat(new Box(0, 0, 1, 1), 1000).ToArray();
        var counter = new Counter { Limit = 10 };
        BoxPairs.Visit(boxes, 0, ref counter);
        Assert.Equal(10, counter.Pairs);
    }

    static Box Arrange(string arrangement, int i) =>
        arrangement switch
        {
            "spread" => new(i * 7919 % 20_011, i * 104_729 % 20_021, 60, 60),
            "one column" => new(0, 2 * i, 100, 1),
            "one row" => new(2 * i, 0, 1, 100),
            // Each is as long as the whole image, in the way of a sweep along either axis.
            "nested strips" => i % 2 == 0 ? new(0, 4 * i, 1e6, 1) : new(1e6 + 4 * i, 0, 1, 1e6),
            _ => i < 19_900 ? new(0, 2 * i, 1e3, 1) : new(i - 19_900 + .25, 50_000, .5, 1),
        };

    static List<BoxPair> ByDefinition(Box[] boxes, double distance) =>
        [
            .. from i in Enumerable.Range(0, boxes.Length)
            from j in Enumerable.Range(i + 1, boxes.Length - i - 1)
            where AreNear(boxes[i], boxes[j], distance)
            select new BoxPair(i, j),
        ];

    static bool AreNear(Box a, Box b, double distance) =>
        a.Left - b.Right <= distance
        && b.Left - a.Right <= distance
        && a.Top - b.Bottom <= distance
        && b.Top - a.Bottom <= distance;

    struct Counter() : IBoxPairVisitor
    {
        public long Pairs { get; private set; }

        public long Limit { get; init; } = long.MaxValue;

        public bool Visit(int first, int second) => ++Pairs < Limit;
    }
}
