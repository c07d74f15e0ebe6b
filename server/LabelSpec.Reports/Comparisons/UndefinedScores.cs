using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>Why scores are not there.</summary>
static class UndefinedScores
{
    public static IEnumerable<(string Score, string Reason)> Of(ComparisonSummary summary) =>
        Of(summary.Scores, summary.MeanIou, "in the common images");

    /// <param name="where">What the scores are of.</param>
    public static IEnumerable<(string Score, string Reason)> Of(ScoreSet scores, double meanIou, string where)
    {
        var nothing = $"neither side has an annotation {where}";
        if (double.IsNaN(scores.Accuracy))
            yield return ("accuracy", nothing);
        if (double.IsNaN(scores.Precision))
            yield return ("precision", $"the work has no annotation {where}");
        if (double.IsNaN(scores.Recall))
            yield return ("recall", $"the ground truth has no annotation {where}");
        if (double.IsNaN(scores.F1))
            yield return ("f1", nothing);
        if (double.IsNaN(scores.Jaccard))
            yield return ("jaccard", nothing);
        if (double.IsNaN(meanIou))
            yield return ("mean_iou", "no annotation was paired");
    }
}
