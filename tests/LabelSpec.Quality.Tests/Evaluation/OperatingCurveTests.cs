using CsCheck;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Quality.Tests.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Evaluation;

public class OperatingCurveTests
{
    // The ground for reading every score from one matching: what is thrown away never changes what stays.
    [Fact]
    public void A_point_is_what_an_evaluation_of_the_remaining_predictions_counts() =>
        Gen.Select(RandomInput.Any, Gen.Int[0, 19])
            .Holds(
                (random, index) =>
                {
                    var score = OperatingCurve.Scores[index];
                    var all = Match(random);
                    var kept = Match(
                        random with
                        {
                            Detections = [.. random.Detections.Where(detection => detection.Score >= score)],
                        }
                    );

                    var point = OperatingCurve.Of(all, 0, Categories).Points[index];
                    var (hits, falseAlarms, objects) = Count(kept);

                    Assert.Equal((hits, falseAlarms, objects - hits), (point.Hits, point.FalseAlarms, point.Missed));
                    Assert.Equal(point, OperatingCurve.At(all, 0, Categories, score));
                }
            );

    [Fact]
    public void The_best_point_has_the_highest_F1_of_all_scores() =>
        RandomInput.Any.Holds(random =>
        {
            var matches = Match(random);
            var best = OperatingCurve.Of(matches, 0, Categories).Best;
            foreach (var score in random.Detections.Select(detection => detection.Score).Distinct())
            {
                var point = OperatingCurve.At(matches, 0, Categories, score);
                Assert.True(best is null || !(point.F1 > best.Value.F1), $"{point} is better than {best}");
            }
        });

    static IEnumerable<int> Categories => Enumerable.Range(0, RandomInput.Categories);

    static CocoMatches Match(RandomInput random) =>
        CocoEvaluator.Match(random.ToInput(), CocoSettings.For(CocoTask.Boxes));

    static (long Hits, long FalseAlarms, long Objects) Count(CocoMatches matches)
    {
        long hits = 0,
            falseAlarms = 0;
        for (var i = 0; i < matches.Count; i++)
            if ((matches.Ignored[0][i] & 1) == 0)
            {
                hits += matches.Matched[0][i] & 1;
                falseAlarms += 1 - (matches.Matched[0][i] & 1);
            }

        return (hits, falseAlarms, Categories.Sum(category => (long)matches.Positives[category * 4]));
    }
}
