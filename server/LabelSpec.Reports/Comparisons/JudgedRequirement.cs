using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>A requirement with its scores, computed once for all parts of a report.</summary>
public sealed class JudgedRequirement(RequirementResult judged)
{
    public Requirement Requirement => judged.Requirement;

    public ComparisonResult Result => judged.Result;

    public RequirementSelection Selection { get; } = judged.Selection;

    public ComparisonSummary Summary { get; } = ComparisonSummary.Of(judged.Result);

    /// <inheritdoc cref="RequirementResult.Score"/>
    public double? Score { get; } = judged.Score;

    /// <inheritdoc cref="RequirementResult.IsCompleted"/>
    public bool IsCompleted { get; } = judged.IsCompleted;

    /// <summary>Whether the required score is reached in one job.</summary>
    internal bool IsCompletedIn(WorkJob job) => judged.In(job).IsCompleted;
}
