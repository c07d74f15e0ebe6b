using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine;

/// <summary>Everything that one analysis found; what reports, exit codes and editors are made of.</summary>
public sealed record AnalysisResult
{
    /// <summary>The files that were read, in order of path.</summary>
    public required ImmutableArray<AnalysedInput> Inputs { get; init; }

    /// <summary>The guideline that judged, or null when only built-in checks did.</summary>
    public AnalysedGuideline? Guideline { get; init; }

    /// <summary>One tally for each rule of the guideline and each built-in check that ran, rules first.</summary>
    public required ImmutableArray<RuleTally> Rules { get; init; }

    /// <summary>What is to be reported: neither waived nor known from the baseline.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>What is accepted: waived, then known from the baseline, each with its excuse. The summary counts it.</summary>
    public FindingList Excused { get; init; } = FindingList.Of([]);

    /// <summary>What is wrong with the guideline and project file themselves.</summary>
    public ImmutableArray<Finding> GuidelineFindings { get; init; } = [];

    public required AnalysisSummary Summary { get; init; }

    /// <summary>True when a file, or a part of one, could not be read and was therefore not judged.</summary>
    public bool HasUnreadableInput => Inputs.Any(input => input.Problem is not null);
}
