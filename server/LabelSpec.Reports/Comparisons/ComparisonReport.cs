using System.Collections.Immutable;
using LabelSpec.Engine;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>All that reports of a comparison show.</summary>
public sealed record ComparisonReport(ComparisonResult Result)
{
    public ComparisonSummary Summary { get; } = ComparisonSummary.Of(Result);

    /// <summary>The parts that were asked for.</summary>
    public ImmutableArray<SliceKind> By { get; init; } = [];

    public IntervalSettings IntervalSettings { get; init; } = new();

    public ImmutableArray<ScoreInterval> Intervals { get; init; } = [];

    /// <summary>What the requirements say: those that were asked for, or else CVAT's base requirements.</summary>
    public IReadOnlyList<JudgedRequirement> Requirements =>
        field ??= [.. Result.RequirementsOrBase().Select(requirement => new JudgedRequirement(requirement))];

    /// <summary>What the guideline asks for.</summary>
    public ImmutableArray<GateVerdict> Accept { get; init; } = [];

    public AnalysedGuideline? Guideline { get; init; }

    public required string ToolVersion { get; init; }

    /// <summary>How many conflicts of each type the text report shows; 0 shows all.</summary>
    public int MaxPerType { get; init; }

    public bool Colour { get; init; }
}
