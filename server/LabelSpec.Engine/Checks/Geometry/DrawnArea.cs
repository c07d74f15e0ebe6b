using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>What an annotation covers according to its most exact geometry.</summary>
static class DrawnArea
{
    /// <summary>Pixels of the mask, else area of the polygon, else of the box; NaN where there is none of them.</summary>
    public static double Of(ShapeView shape)
    {
        if (shape.Flags.HasFlag(AnnotationFlags.HasMask))
            return shape.Mask.Mask?.Area ?? double.NaN;
        if (shape.Flags.HasFlag(AnnotationFlags.HasPolygon))
            return shape.PolygonFacts.Area;
        return shape.Box.IsEmpty ? double.NaN : shape.Box.Area;
    }
}
