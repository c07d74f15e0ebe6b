using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Turns shapes into pixels where they are compared with masks.</summary>
static class Rasterizer
{
    /// <returns>Null for shapes that cover nothing, and where rasterising fails.</returns>
    public static RleMask? Pixels(Shape shape, int height, int width)
    {
        if (shape.Region is null)
            return null;
        RleMask? covered = null;
        for (var part = 0; part < shape.Parts; part++)
        {
            if (RleMask.FromPolygon(shape.PartAt(part), height, width).Mask is not { } pixels)
                return null;
            covered =
                covered is null ? pixels
                : shape.Holes[part] ? covered.Except(pixels)
                : covered.Union(pixels);
        }
        return covered;
    }
}
