namespace LabelSpec.Engine;

/// <summary>The counts of an analysis.</summary>
public sealed record AnalysisSummary
{
    public long Images { get; init; }

    public long Annotations { get; init; }

    public long Errors { get; init; }

    public long Warnings { get; init; }

    public long Infos { get; init; }

    public long Hints { get; init; }

    /// <summary>Findings that the baseline already knew; they are not in the list.</summary>
    public long Known { get; init; }

    /// <summary>Findings that a waiver with a reason excuses; they are not in the list.</summary>
    public long Waived { get; init; }

    public TimeSpan Duration { get; init; }
}
