using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Precision, recall and F1 at scores, of all classes together or of one, at one IoU.</summary>
/// <param name="Best">The point with the highest F1, at the highest score of equal ones; null without predictions.</param>
/// <param name="Points">At the scores 0, 0.05 … 0.95.</param>
public sealed record OperatingCurve(OperatingPoint? Best, ImmutableArray<OperatingPoint> Points)
{
    /// <summary>Scores of <see cref="Points"/>.</summary>
    public static ImmutableArray<double> Scores { get; } = [.. Enumerable.Range(0, 20).Select(i => i * .05)];

    /// <summary>
    /// From match results at an overlap threshold. Matching goes from the highest score down, so that throwing predictions
    /// away changes nothing above them.
    /// </summary>
    internal static OperatingCurve Of(CocoMatches matches, int overlap, IEnumerable<int> categories)
    {
        List<(double Score, bool IsHit)> judged = [];
        long objects = 0;
        foreach (var category in categories)
        {
            objects += matches.Positives[category * matches.Settings.AreaRanges.Length];
            for (var i = matches.FirstOfCategory[category]; i < matches.FirstOfCategory[category + 1]; i++)
                if (((matches.Ignored[0][i] >> overlap) & 1) == 0)
                    judged.Add((matches.Scores[i], ((matches.Matched[0][i] >> overlap) & 1) != 0));
        }

        judged.Sort((a, b) => b.Score.CompareTo(a.Score));
        OperatingPoint? best = null;
        var points = new OperatingPoint[Scores.Length];
        var next = Scores.Length - 1;
        long hits = 0,
            falseAlarms = 0;
        for (var i = 0; i <= judged.Count; i++)
        {
            var score = i < judged.Count ? judged[i].Score : double.NegativeInfinity;
            for (; next >= 0 && score < Scores[next]; next--)
                points[next] = new(Scores[next], hits, falseAlarms, objects - hits);
            if (i == judged.Count)
                break;
            if (judged[i].IsHit)
                hits++;
            else
                falseAlarms++;
            // Predictions of one score are kept or thrown away together.
            var isLast = i + 1 == judged.Count || judged[i + 1].Score < score;
            var point = new OperatingPoint(score, hits, falseAlarms, objects - hits);
            if (isLast && (best is null || point.F1 > best.Value.F1))
                best = point;
        }

        for (; next >= 0; next--)
            points[next] = new(Scores[next], hits, falseAlarms, objects - hits);
        return new(best, [.. points]);
    }

    /// <summary>The point at one score.</summary>
    internal static OperatingPoint At(CocoMatches matches, int overlap, IEnumerable<int> categories, double score)
    {
        long objects = 0,
            hits = 0,
            falseAlarms = 0;
        foreach (var category in categories)
        {
            objects += matches.Positives[category * matches.Settings.AreaRanges.Length];
            for (var i = matches.FirstOfCategory[category]; i < matches.FirstOfCategory[category + 1]; i++)
            {
                if (!(matches.Scores[i] >= score) || ((matches.Ignored[0][i] >> overlap) & 1) != 0)
                    continue;
                if (((matches.Matched[0][i] >> overlap) & 1) != 0)
                    hits++;
                else
                    falseAlarms++;
            }
        }

        return new(score, hits, falseAlarms, objects - hits);
    }
}
