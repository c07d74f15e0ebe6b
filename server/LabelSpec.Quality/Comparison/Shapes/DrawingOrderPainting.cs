using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT: by z order, and among equal ones the later in the list lies above. Boxes and ellipses hide as if they were not
/// turned (<c>test_visibility</c> in quality_reports.py takes their plain box).
/// </summary>
sealed class DrawingOrderPainting : IPainting
{
    public bool IsAbove(ComparedShape shape, int order, ComparedShape other, int otherOrder) =>
        shape.ZOrder != other.ZOrder ? shape.ZOrder > other.ZOrder : order > otherOrder;

    public RleMask? PixelsOf(ComparedShape shape, Canvas canvas) => ShapePixels.Upright(shape, canvas);
}
