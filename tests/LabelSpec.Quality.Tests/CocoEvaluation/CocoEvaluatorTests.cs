using CsCheck;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

public class CocoEvaluatorTests
{
    static readonly CocoSettings Settings = new() { MaxDetections = [1, 3, 100], Threads = 2 };

    [Fact]
    public void All_numbers_are_those_of_the_definition() =>
        Gen.Select(RandomInput.Any, Gen.Bool)
            .Holds(
                (input, isStrict) =>
                {
                    var settings = Settings with { Mode = isStrict ? CocoMode.Strict : CocoMode.Corrected };
                    var result = CocoEvaluator.Evaluate(input.ToInput(), settings);
                    for (var t = 0; t < 10; t += 3)
                    for (var k = 0; k < RandomInput.Categories; k++)
                    for (var a = 0; a < 4; a++)
                    for (var m = 0; m < 3; m++)
                    {
                        var (recall, precision) = DefinitionEvaluator.Evaluate(
                            input,
                            k,
                            settings.AreaRanges[a],
                            settings.MaxDetections[m],
                            settings.OverlapThresholds[t],
                            settings.RecallThresholds,
                            settings.Mode
                        );
                        Assert.Equal(recall, result.Recall[result.RecallAt(t, k, a, m)]);
                        var curve = result.Curve(k, t, a, m);
                        for (var r = 0; r < curve.Length; r++)
                            Assert.Equal(precision[r], curve[r], 1e-15);
                    }
                },
                iter: 200
            );

    [Fact]
    public void Shards_merge_to_what_one_run_gives() =>
        Gen.Select(RandomInput.Any, Gen.Int[0, 2].Array[RandomInput.Images])
            .Holds(
                (input, shardOf) =>
                {
                    var settings = Settings with { KeepScores = true };
                    var whole = CocoEvaluator.Evaluate(input.ToInput(), settings);
                    // In any order: the merged result does not depend on it.
                    var shards = Enumerable
                        .Range(0, 3)
                        .Reverse()
                        .Select(s => CocoEvaluator.Match(input.ToInput(image => shardOf[image] == s), settings))
                        .ToArray();
                    var merged = CocoEvaluator.Accumulate(CocoMatches.Merge(shards));
                    Assert.Equal(whole.Precision, merged.Precision);
                    Assert.Equal(whole.Recall, merged.Recall);
                    Assert.Equal(whole.Scores, merged.Scores);
                },
                iter: 200
            );

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads() =>
        RandomInput.Any.Holds(
            input =>
                Assert.Equal(
                    CocoEvaluator.Evaluate(input.ToInput(), Settings with { Threads = 1 }).Precision,
                    CocoEvaluator.Evaluate(input.ToInput(), Settings with { Threads = 4 }).Precision
                ),
            iter: 50
        );

    [Fact]
    public void Parts_with_a_common_image_or_other_parameters_do_not_merge()
    {
        var input = new RandomInput([], []);
        var part = CocoEvaluator.Match(input.ToInput(), Settings);
        var other = CocoEvaluator.Match(input.ToInput(_ => false), Settings with { OverlapThresholds = [.5] });
        Assert.Throws<ArgumentException>(() => CocoMatches.Merge(part, part));
        Assert.Throws<ArgumentException>(() => CocoMatches.Merge(part, other));
        Assert.Throws<ArgumentException>(() => CocoMatches.Merge());
    }

    [Fact]
    public void Nothing_to_evaluate_gives_minus_one()
    {
        var summary = CocoSummary.Of(
            CocoEvaluator.Evaluate(new RandomInput([], []).ToInput(), new CocoSettings()),
            CocoTask.Boxes
        );
        Assert.Equal(12, summary.Scores.Length);
        Assert.All(summary.Scores, score => Assert.Equal(-1, score.Value));
        Assert.Equal(double.NaN, summary["AP99"]);
    }

    [Fact]
    public void A_limit_other_than_a_hundred_leaves_the_first_number_undefined()
    {
        // As in pycocotools, whose first line asks for 100 detections whatever the limits are.
        RandomInput input = new(
            [new(0, 0, new(0, 0, 50, 50), false, false, false)],
            [new(0, 0, new(0, 0, 50, 50), .9)]
        );
        var result = CocoEvaluator.Evaluate(input.ToInput(), new() { MaxDetections = [300, 1, 10] });
        var summary = CocoSummary.Of(result, CocoTask.Boxes);
        Assert.Equal(-1, summary["AP"]);
        Assert.Equal(1, summary["AP50"], 1e-12);
        Assert.Equal(1, summary["AR300"]);
        Assert.Equal(new[] { 1, 10, 300 }, result.Settings.MaxDetections.AsEnumerable());
    }

    [Fact]
    public void Thresholds_are_those_of_numpy()
    {
        Assert.Equal(
            [.5, .55, .6, .65, .7, .75, .8, .85, 0.8999999999999999, .95],
            Settings.OverlapThresholds.AsEnumerable()
        );
        Assert.Equal(0.35000000000000003, Settings.RecallThresholds[35]);
        Assert.Equal(101, Settings.RecallThresholds.Length);
        Assert.Equal(1, Settings.RecallThresholds[^1]);
    }
}
