namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A quality requirement of CVAT from 2.74 on, with all that it inherits: which annotations it judges, how they are compared,
/// and the score that they must reach.
/// </summary>
public sealed record Requirement
{
    /// <summary>What CVAT asks of its base requirements.</summary>
    public const double DefaultScore = 0.7;

    public required string Name { get; init; }

    /// <summary>CVAT's number; null where the file gives none.</summary>
    public long? Id { get; init; }

    /// <summary>The number of the requirement that it narrows; null for a root and where that has none.</summary>
    public long? ParentId { get; init; }

    public long SortOrder { get; init; }

    /// <summary>Whether it is judged at all. Its children are, whether it is or not.</summary>
    public bool IsEnabled { get; init; } = true;

    public required RequirementType Type { get; init; }

    public RequirementMetric Metric { get; init; } = RequirementMetric.Accuracy;

    public double RequiredScore { get; init; } = DefaultScore;

    /// <summary>How annotations are compared, but for their attributes.</summary>
    public required ComparisonParameters Parameters { get; init; }

    public RequirementAttributes Attributes { get; init; } = RequirementAttributes.None;

    /// <summary>Which annotations it judges: its own filter and those of all that it narrows.</summary>
    public RequirementFilter Filter { get; init; } = RequirementFilter.All;
}
