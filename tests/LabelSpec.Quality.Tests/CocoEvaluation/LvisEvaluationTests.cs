using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;

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

    static IEnumerable<LvisImage> Unknown(int count) => Enumerable.Repeat(LvisImage.Unknown, count);
}
