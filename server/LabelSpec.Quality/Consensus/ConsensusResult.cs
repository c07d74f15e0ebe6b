using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>The work of several annotators, as one.</summary>
public sealed record ConsensusResult
{
    public required ConsensusSettings Settings { get; init; }

    public required IReadOnlyList<AnnotatorWork> Annotators { get; init; }

    public required SharedImages Images { get; init; }

    public required ClassList Classes { get; init; }

    /// <summary>In the order of images.</summary>
    public required ImmutableArray<ConsensusObject> Objects { get; init; }

    public required ImmutableArray<ReviewItem> Review { get; init; }

    /// <summary>For each annotator how often they are right by the method, 0 to 1; NaN where it does not say.</summary>
    public required ImmutableArray<double> Skills { get; init; }

    /// <summary>Review items, and what is wrong with the inputs, with their places.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
