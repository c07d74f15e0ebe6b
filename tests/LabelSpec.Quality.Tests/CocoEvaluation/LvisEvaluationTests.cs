using System.Collections.Immutable;
using CsCheck;
using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

public class LvisEvaluationTests
{
    static readonly Box Place = new(0, 0, 50, 50);
    static readonly Box Elsewhere = new(500, 0, 50, 50);

    [Fact]
    public void Detections_of_categories_that_were_not_looked_for_do_not_count()
    {
        // Image 0 shows category 0; category 1 is known to be absent from image 1, and unknown in the others.
        RandomInput input = new(
            [new(0, 0, Place, false, false, false)],
            [new(0, 0, Place, .9), new(0, 1, Place, .8), new(1, 1, Place, .7), new(2, 1, Place, .6)]
        );
        var restricted = LvisEvaluation.Restrict(
            input.ToInput(),
            [LvisImage.Unknown, new([1], []), LvisImage.Unknown, LvisImage.Unknown]
        );
        Assert.Equal([.9, .7], restricted.Detections.Scores);
        Assert.Equal([0, 1], restricted.Detections.Images);
    }

    [Fact]
    public void Unmatched_detections_of_incomplete_categories_are_ignored()
    {
        RandomInput input = new(
            [new(0, 0, Place, false, false, false)],
            [new(0, 0, Elsewhere, .9), new(0, 0, Place, .8)]
        );
        Assert.Equal(1, Ap([new([], [0]), .. Unknown(3)]), 1e-12);
        Assert.Equal(.5, Ap([.. Unknown(4)]), 1e-12);

        double Ap(LvisImage[] images) =>
            CocoEvaluator
                .Evaluate(LvisEvaluation.Restrict(input.ToInput(), images), LvisEvaluation.Settings)
                .AveragePrecision();
    }

    [Fact]
    public void Three_hundred_detections_of_an_image_count_over_all_categories()
    {
        RandomInput input = new(
            [new(0, 0, Place, false, false, false), new(0, 1, Place, false, false, false)],
            [
                .. Enumerable.Range(0, 299).Select(i => new RandomDetection(0, 0, Elsewhere, .5)),
                new(0, 1, Place, .2),
                new(0, 0, Place, .3),
            ]
        );
        var restricted = LvisEvaluation.Restrict(input.ToInput(), [.. Unknown(4)]);
        Assert.Equal(300, restricted.Detections.Count);
        Assert.DoesNotContain(.2, restricted.Detections.Scores);
    }

    [Fact]
    public void The_summary_averages_by_frequency()
    {
        RandomInput input = new(
            [new(0, 0, Place, false, false, false), new(0, 1, Place, false, false, false)],
            [new(0, 0, Place, .9)]
        );
        var result = CocoEvaluator.Evaluate(
            LvisEvaluation.Restrict(input.ToInput(), [.. Unknown(4)]),
            LvisEvaluation.Settings
        );
        var summary = LvisEvaluation.Summarise(result, [LvisFrequency.Rare, LvisFrequency.Frequent]);
        Assert.Equal(13, summary.Scores.Length);
        Assert.Equal(.5, summary["AP"], 1e-12);
        Assert.Equal(1, summary["APr"], 1e-12);
        Assert.Equal(-1, summary["APc"]);
        Assert.Equal(0, summary["APf"]);
        Assert.Equal(.5, summary["AR@300"]);
    }

    [Fact]
    public void Shards_merge_to_what_one_run_gives() =>
        Gen.Select(
                RandomInput.Any,
                Gen.Int[0, 2].Array[RandomInput.Images],
                Gen.Int[0, 3].Array[RandomInput.Images],
                Gen.Int[0, 3].Array[RandomInput.Images]
            )
            .Holds(
                (input, shardOf, absent, incomplete) =>
                {
                    LvisImage[] facts = [.. absent.Zip(incomplete, (a, i) => new LvisImage(Some(a), Some(i)))];
                    var whole = CocoEvaluator.Evaluate(
                        LvisEvaluation.Restrict(input.ToInput(), facts),
                        LvisEvaluation.Settings
                    );
                    var merged = CocoEvaluator.Accumulate(
                        CocoMatches.Merge([
                            .. Enumerable
                                .Range(0, 3)
                                .Select(shard =>
                                    CocoEvaluator.Match(
                                        LvisEvaluation.Restrict(
                                            input.ToInput(image => shardOf[image] == shard),
                                            [.. facts.Where((_, image) => shardOf[image] == shard)]
                                        ),
                                        LvisEvaluation.Settings
                                    )
                                ),
                        ])
                    );
                    Assert.Equal(whole.Precision, merged.Precision);
                    Assert.Equal(whole.Recall, merged.Recall);
                },
                iter: 200
            );

    static ImmutableArray<int> Some(int bits) =>
        [.. Enumerable.Range(0, 2).Where(category => (bits >> category & 1) != 0)];

    static IEnumerable<LvisImage> Unknown(int count) => Enumerable.Repeat(LvisImage.Unknown, count);
}
