namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A project as CVAT up to 2.73 sums it up (<c>quality_reports.py</c>, <c>_compute_project_report</c>): every count of a task is
/// taken times all its frames by those with ground truth, rounded up one by one, and added. So tasks weigh by their size,
/// and counts need not add up.
/// </summary>
public sealed record ExtrapolatedScores(Counts Counts, ConfusionMatrix Matrix, long Pairs, long InvalidPairs)
{
    public static ExtrapolatedScores Of(WorkHierarchy work)
    {
        var labels = work.Tasks[0].Result.Labels.Length;
        var matrix = new ConfusionMatrix(labels);
        var counts = new Counts();
        long pairs = 0,
            invalid = 0;
        foreach (var task in work.Tasks)
        {
            var weight = 1 / (task.FrameShare == 0 ? 1 : task.FrameShare);
            var summary = ComparisonSummary.Of(task.Result);
            counts += summary.Scores.Counts.Times(weight);
            matrix.Add(summary.Confusion, weight);
            var outcomes = task.Result.Images.SelectMany(image => image.Outcomes).Where(outcome => outcome.IsPair);
            var (right, wrong) = (outcomes.LongCount(pair => pair.IsValid), outcomes.LongCount(pair => !pair.IsValid));
            pairs += (long)Math.Ceiling((right + wrong) * weight);
            invalid += (long)Math.Ceiling(wrong * weight);
        }

        return new(counts, matrix, pairs, invalid);
    }
}
