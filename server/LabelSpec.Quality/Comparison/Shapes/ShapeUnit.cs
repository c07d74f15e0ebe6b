using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is assigned as one: an annotation, or the grouped parts of one instance.</summary>
sealed record ShapeUnit(ComparedShape[] Members)
{
    public ComparedShape First => Members[0];

    public int Label => Members[0].Label;

    /// <summary>The pixels that stay visible; null for units that are not compared by pixels.</summary>
    public RleMask? Visible { get; init; }

    public required Box Bounds { get; init; }

    public static ShapeUnit Of(ComparedShape shape) => new([shape]) { Bounds = shape.Bounds };
}
