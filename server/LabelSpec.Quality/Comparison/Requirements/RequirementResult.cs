namespace LabelSpec.Quality.Comparison;

/// <summary>What a requirement says of the work.</summary>
/// <param name="Result">The comparison of the annotations that it judges.</param>
public sealed record RequirementResult(Requirement Requirement, ComparisonResult Result)
{
    /// <summary>Of the first image that could be judged best; that of no annotations where there is no image.</summary>
    public RequirementSelection Selection =>
        Result.Images.Select(image => image.Selection).MaxBy(selection => selection.Reason)
        ?? RequirementSelection.Empty;

    public bool IsComputed => Selection.Reason == RequirementReason.None;

    /// <summary>By the metric of the requirement; null where there is nothing to score.</summary>
    public double? Score => IsComputed ? Requirement.Metric.Of(ComparisonSummary.Of(Result).Confusion) : null;

    /// <summary>Whether the required score is reached. What has no score counts as reached (CVAT: a vacuous success).</summary>
    public bool IsCompleted => !(Score < Requirement.RequiredScore);

    /// <summary>The same of one job.</summary>
    public RequirementResult In(WorkJob job) =>
        this with
        {
            Result = Result with { Images = [.. Result.Images.Where(image => image.WorkFile == job.Name)] },
        };
}
