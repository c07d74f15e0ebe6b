using CsCheck;
using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

public class TideAnalysisTests
{
    // One of each: right, duplicate, wrong category, badly placed, nothing there, both wrong; one object is missed.
    static readonly RandomInput OneOfEach = new(
        [Truth(0, new(0, 0, 10, 10)), Truth(0, new(100, 0, 10, 10)), Truth(1, new(200, 0, 10, 10))],
        [
            new(0, 0, new(0, 0, 10, 10), .9),
            new(0, 0, new(0, 0, 10, 10), .8),
            new(0, 1, new(0, 0, 10, 10), .7),
            new(0, 0, new(104, 0, 10, 10), .6),
            new(0, 0, new(300, 0, 10, 10), .5),
            new(0, 1, new(105, 0, 10, 10), .4),
        ]
    );

    [Fact]
    public void Every_error_is_of_one_kind()
    {
        var report = TideAnalysis.Analyse(OneOfEach.ToInput(), new());
        Assert.Equal(
            [
                null,
                TideErrorKind.Duplicate,
                TideErrorKind.Classification,
                TideErrorKind.Localization,
                TideErrorKind.Background,
                TideErrorKind.Both,
            ],
            report.Detections.Select(d => d.Error)
        );
        Assert.All(report.Errors, error => Assert.Equal(1, error.Count));
        Assert.Equal([2], report.MissedObjects.AsEnumerable());
        // The object that has the wrong category is found already: there is nothing to put right.
        Assert.Equal([3], report.Detections.Where(d => d.IsFixable).Select(d => d.Row));
    }

    [Fact]
    public void Gains_are_those_of_the_oracle()
    {
        var report = TideAnalysis.Analyse(OneOfEach.ToInput(), new());
        // First category: a hit, then false alarms; half of two objects found gives precision 1 at 51 of 101 recalls.
        Assert.Equal(51.0 / 101 / 2, report.Ap, 1e-12);
        // The third of its detections becomes a hit: precision 2/3 at the other 50.
        Assert.Equal(50 * 2.0 / 3 / 101 / 2, GainOf(report, TideErrorKind.Localization), 1e-12);
        Assert.Equal(0, GainOf(report, TideErrorKind.Classification));
        Assert.Equal(0, GainOf(report, TideErrorKind.Duplicate));
        Assert.Equal(.5 - 51.0 / 202, report.FalseNegativeGain, 1e-12);
        Assert.Equal(0, report.FalsePositiveGain);
    }

    [Fact]
    public void A_wrong_category_on_a_free_object_is_put_right_once()
    {
        RandomInput input = new(
            [Truth(0, new(0, 0, 10, 10))],
            [new(0, 1, new(0, 0, 10, 10), .9), new(0, 1, new(0, 0, 10, 9), .8)]
        );
        var report = TideAnalysis.Analyse(input.ToInput(), new());
        Assert.Equal(0, report.Ap);
        Assert.Equal(2, report.Errors[(int)TideErrorKind.Classification].Count);
        // Of two categories that occur only the first is left, and perfect.
        Assert.Equal(1, GainOf(report, TideErrorKind.Classification), 1e-12);
        Assert.Empty(report.MissedObjects);
    }

    [Fact]
    public void Detections_in_an_ignored_region_are_neutral()
    {
        RandomInput input = new(
            [new(0, 0, new(0, 0, 100, 100), IsCrowd: true, IsIgnored: true, HasIdZero: false)],
            [new(0, 0, new(10, 10, 10, 10), .9), new(0, 1, new(10, 10, 10, 10), .9)]
        );
        var report = TideAnalysis.Analyse(input.ToInput(), new());
        Assert.Equal([1], report.Detections.Select(d => d.Row));
    }

    [Fact]
    public void Reports_of_shards_merge_to_what_one_analysis_gives() =>
        Gen.Select(RandomInput.Any, Gen.Int[0, 2].Array[RandomInput.Images])
            .Holds(
                (input, shardOf) =>
                {
                    var whole = TideAnalysis.Analyse(input.ToInput(), new());
                    var merged = TideReport.Merge([
                        .. Enumerable
                            .Range(0, 3)
                            .Reverse()
                            .Select(s => TideAnalysis.Analyse(input.ToInput(image => shardOf[image] == s), new())),
                    ]);
                    Assert.Equal(whole.Ap, merged.Ap);
                    Assert.Equal(whole.Errors.AsEnumerable(), merged.Errors);
                    Assert.Equal(
                        (whole.FalsePositiveGain, whole.FalseNegativeGain),
                        (merged.FalsePositiveGain, merged.FalseNegativeGain)
                    );
                },
                iter: 200
            );

    [Fact]
    public void Reports_with_a_common_image_do_not_merge()
    {
        var report = TideAnalysis.Analyse(OneOfEach.ToInput(), new());
        Assert.Throws<ArgumentException>(() => TideReport.Merge(report, report));
        Assert.Throws<ArgumentException>(() => TideReport.Merge());
    }

    static double GainOf(TideReport report, TideErrorKind kind) => report.Errors[(int)kind].ApGain;

    static RandomTruth Truth(int category, Box box) => new(0, category, box, false, false, false);
}
