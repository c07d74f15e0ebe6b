using System.Collections.Immutable;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Consensus;

/// <summary>An object that was decided.</summary>
public sealed record ConsensusObject
{
    /// <summary>Index in the images.</summary>
    public required int Image { get; init; }

    /// <summary>Index in the classes.</summary>
    public required int Class { get; init; }

    /// <summary>The annotator whose shape was taken, and the row of it; of averaged shapes the one nearest to them.</summary>
    public required (int Annotator, int Row) Source { get; init; }

    /// <summary>An averaged box; null where the shape is that of the source.</summary>
    public Box? AveragedBox { get; init; }

    /// <summary>The pixels that most drew; null where the shape is that of the source.</summary>
    public RleMask? AveragedMask { get; init; }

    /// <summary>Share of votes, or probability, of the class.</summary>
    public required double LabelScore { get; init; }

    /// <summary>Mean IoU of the shape with the shapes of all who drew it.</summary>
    public required double ShapeScore { get; init; }

    /// <summary>LabelScore · ShapeScore.</summary>
    public double Score => LabelScore * ShapeScore;

    /// <summary>How many gave the class.</summary>
    public required int Votes { get; init; }

    /// <summary>How many looked.</summary>
    public required int Looked { get; init; }

    /// <summary>Largest drawing order of the members.</summary>
    public required int ZOrder { get; init; }

    /// <summary>Number of its group in the image, 0 for none; only CVAT's way of merging groups.</summary>
    public int Group { get; init; }

    /// <summary>Everybody's annotation of it.</summary>
    public required ImmutableArray<(int Annotator, int Row)> Members { get; init; }

    public required ImmutableArray<ConsensusAttribute> Attributes { get; init; }
}
