using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Only a greater z order hides: most formats have none, and the order of a file says nothing about what lies in front.
/// </summary>
sealed class DeclaredOrderPainting : IPainting
{
    public bool IsAbove(ComparedShape shape, int order, ComparedShape other, int otherOrder) =>
        shape.ZOrder > other.ZOrder;

    public RleMask? PixelsOf(ComparedShape shape, Canvas canvas) => ShapePixels.Of(shape, canvas);
}
