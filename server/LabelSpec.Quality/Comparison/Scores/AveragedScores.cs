using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Means of the scores of several labels, each label counting the same.</summary>
public sealed record AveragedScores(double Accuracy, double Precision, double Recall, double F1, double Jaccard)
{
    public static AveragedScores Of(ImmutableArray<ScoreSet> scores)
    {
        return new(
            Mean(each => each.Accuracy),
            Mean(each => each.Precision),
            Mean(each => each.Recall),
            Mean(each => each.F1),
            Mean(each => each.Jaccard)
        );

        double Mean(Func<ScoreSet, double> score) =>
            scores.Select(score).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }
}
