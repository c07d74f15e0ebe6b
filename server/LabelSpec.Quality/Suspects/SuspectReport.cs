using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Suspects;

/// <summary>Probable errors of a ground truth.</summary>
public sealed record SuspectReport
{
    public required SuspectSettings Settings { get; init; }

    public required Dataset Truth { get; init; }

    public required Dataset Predictions { get; init; }

    /// <summary>The likeliest first.</summary>
    public required ImmutableArray<Suspect> Suspects { get; init; }

    /// <summary>ObjectLab's label quality of each image, the worst first.</summary>
    public required ImmutableArray<(int Image, double Quality)> Images { get; init; }

    /// <summary>What of the inputs took no part, then each suspect as a finding with its place.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
