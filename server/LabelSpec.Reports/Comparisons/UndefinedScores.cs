using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>Why scores are not there.</summary>
static class UndefinedScores
{
    public static IEnumerable<(string Score, string Reason)> Of(ComparisonSummary summary)
    {
        const string nothing = "neither side has an annotation in the common images";
        var scores = summary.Scores;
        if (double.IsNaN(scores.Accuracy))
            yield return ("accuracy", nothing);
        if (double.IsNaN(scores.Precision))
            yield return ("precision", "the work has no annotation in the common images");
        if (double.IsNaN(scores.Recall))
            yield return ("recall", "the ground truth has no annotation in the common images");
        if (double.IsNaN(scores.F1))
            yield return ("f1", nothing);
        if (double.IsNaN(scores.Jaccard))
            yield return ("jaccard", nothing);
        if (double.IsNaN(summary.MeanIou))
            yield return ("mean_iou", "no annotation was paired");
    }
}
