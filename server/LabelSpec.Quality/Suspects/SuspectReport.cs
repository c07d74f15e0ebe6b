using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Suspects;

/// <summary>Probable errors of a ground truth.</summary>
public sealed record SuspectReport
{
    public required SuspectSettings Settings { get; init; }

    /// <summary>The likeliest first; of equal ones in the order of the names of their images.</summary>
    public required ImmutableArray<Suspect> Suspects { get; init; }

    /// <summary>The worst first; of equal ones in the order of their names.</summary>
    public required ImmutableArray<SuspectImageQuality> Images { get; init; }

    /// <summary>What of the inputs took no part, then each suspect as a finding with its place.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
