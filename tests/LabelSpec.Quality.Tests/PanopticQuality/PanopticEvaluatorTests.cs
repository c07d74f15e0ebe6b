using CsCheck;
using LabelSpec.Quality.PanopticQuality;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.PanopticQuality;

public class PanopticEvaluatorTests
{
    // Ten pixels: a thing of category 0, a crowd of category 0, stuff of category 1, void.
    static readonly int[] Truth = [1, 1, 1, 1, 2, 2, 3, 3, 0, 0];

    static readonly PanopticSegment[] TruthSegments = [new(1, 0, 4), new(2, 0, 2, IsCrowd: true), new(3, 1, 2)];

    [Fact]
    public void Segments_that_cover_each_other_by_more_than_half_are_hits()
    {
        var totals = new PanopticTotals(2);
        // 3 of 4 pixels and one of void: the union leaves void out. 1 of 2 pixels is not more than half.
        int[] predicted = [7, 7, 7, 0, 0, 0, 8, 0, 7, 0];
        Assert.Null(Add(predicted, [new(7, 0, 0), new(8, 1, 0)], totals));
        Assert.Equal((1, 0, 0), (totals.Hits(0), totals.FalseAlarms(0), totals.Misses(0)));
        Assert.Equal((0, 1, 1), (totals.Hits(1), totals.FalseAlarms(1), totals.Misses(1)));
        Assert.Equal(new(.75, .75, 1), totals.Score(0));
        Assert.Equal(new(0, 0, 0), totals.Score(1));
        Assert.Equal(.375, totals.Mean([0, 1]).Pq);
    }

    [Fact]
    public void Predictions_in_void_or_in_a_crowd_of_their_category_are_no_false_alarms()
    {
        var totals = new PanopticTotals(2);
        int[] predicted = [0, 0, 0, 0, 5, 5, 5, 6, 6, 6];
        Assert.Null(Add(predicted, [new(5, 0, 0), new(6, 1, 0)], totals));
        Assert.Equal(0, totals.FalseAlarms(0));
        Assert.Equal(0, totals.FalseAlarms(1));
        // In the other category's crowd it is one.
        totals = new PanopticTotals(2);
        Assert.Null(Add([0, 0, 0, 0, 5, 5, 5, 0, 0, 0], [new(5, 1, 0)], totals));
        Assert.Equal(1, totals.FalseAlarms(1));
    }

    [Theory]
    [InlineData(PanopticProblemKind.UndescribedSegment, 9, 0, 5)]
    [InlineData(PanopticProblemKind.SegmentWithoutPixels, 6, 5, 6)]
    [InlineData(PanopticProblemKind.UnknownCategory, 5, 5, 5, 7)]
    public void Contradictions_are_told_and_nothing_is_added(
        PanopticProblemKind kind,
        int segment,
        int pixel,
        int id,
        int category = 0
    )
    {
        var totals = new PanopticTotals(2);
        var map = new int[10];
        map[0] = kind == PanopticProblemKind.UndescribedSegment ? 9 : pixel;
        PanopticSegment[] segments =
            kind == PanopticProblemKind.UndescribedSegment ? []
            : kind == PanopticProblemKind.SegmentWithoutPixels ? [new(5, 0, 0), new(id, 0, 0)]
            : [new(id, category, 0)];
        Assert.Equal(new PanopticProblem(kind, segment), Add(map, segments, totals));
        Assert.Equal(0, totals.Misses(0));
    }

    [Fact]
    public void Maps_of_different_size_and_repeated_segments_are_refused()
    {
        var totals = new PanopticTotals(2);
        Assert.Equal(PanopticProblemKind.OtherSize, Add([0], [], totals)?.Kind);
        Assert.Equal(
            PanopticProblemKind.DuplicateSegment,
            Add(new int[10], [new(1, 0, 0), new(1, 1, 0)], totals)?.Kind
        );
    }

    [Fact]
    public void Shards_merge_to_what_one_run_gives() =>
        Gen.Select(Gen.Int[0, 3].Array[12], Gen.Int[0, 3].Array[12], Gen.Int[0, 2])
            .Array[0, 12]
            .Holds(images =>
            {
                var whole = new PanopticTotals(2);
                PanopticTotals[] shards = [new(2), new(2), new(2)];
                foreach (var (truth, predicted, shard) in images)
                foreach (var totals in new[] { whole, shards[shard] })
                    Assert.Null(
                        PanopticEvaluator.AddImage(truth, SegmentsOf(truth), predicted, SegmentsOf(predicted), totals)
                    );
                var merged = new PanopticTotals(2);
                foreach (var shard in shards.Reverse())
                    merged.Add(shard);
                Assert.Equal(whole.Score(0), merged.Score(0));
                Assert.Equal(whole.Score(1), merged.Score(1));
            });

    static PanopticSegment[] SegmentsOf(int[] map) =>
        [.. map.Where(id => id != 0).Distinct().Select(id => new PanopticSegment(id, id % 2, map.Count(p => p == id)))];

    static PanopticProblem? Add(int[] map, PanopticSegment[] segments, PanopticTotals totals) =>
        PanopticEvaluator.AddImage(Truth, TruthSegments, map, segments, totals);
}
