using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>What the same annotators drew in some of the images.</summary>
sealed record ConsensusPart
{
    public required ShapePlan Plan { get; init; }

    /// <summary>For each image the shapes in it.</summary>
    public required IReadOnlyList<ImageShapes> Shapes { get; init; }

    /// <summary>For each image the objects that anybody drew: what votes are counted for.</summary>
    public required ImmutableArray<ImmutableArray<Unit>> Units { get; init; }

    /// <summary>For each image what CVAT's way has decided already, as it looks at nothing else; null for other methods.</summary>
    public ImmutableArray<(
        ImmutableArray<ConsensusObject> Objects,
        ImmutableArray<ReviewItem> Review
    )>? Merged { get; init; }

    public required ShapeFacts Facts { get; init; }
}
