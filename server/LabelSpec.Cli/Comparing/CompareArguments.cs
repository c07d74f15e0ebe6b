using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Comparisons;

namespace LabelSpec.Cli.Comparing;

/// <summary>The command line of <c>labelspec compare</c>.</summary>
sealed record CompareArguments
{
    public required string Truth { get; init; }
    public required string Work { get; init; }
    public string? Guideline { get; init; }
    public required ComparisonProfile Profile { get; init; }
    public required ComparisonParameters Parameters { get; init; }

    /// <summary>Attributes that are compared in some way of their own.</summary>
    public IReadOnlyList<string> NamedAttributes { get; init; } = [];

    /// <summary>A file with CVAT's quality requirements; null for none.</summary>
    public string? Requirements { get; init; }
    public ImmutableArray<SliceKind> By { get; init; } = [];
    public required IntervalSettings Intervals { get; init; }
    public required IComparisonReport Report { get; init; }
    public int Max { get; init; }
    public string? Output { get; init; }
    public bool Colour { get; init; }
    public int Threads { get; init; }
}
