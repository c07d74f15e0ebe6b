using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Draws shapes as pixels, with COCO's rasterisation (<c>rleFrPoly</c>), which CVAT uses too.</summary>
static class ShapePixels
{
    /// <summary>
    /// CVAT makes this polygon of an ellipse (datumaro, <c>Ellipse.as_polygon</c>): the last vertex is the first once more, so
    /// that they are 360/719 degrees apart.
    /// </summary>
    const int EllipseVertices = 720;

    /// <summary>The pixels of a shape in the picture; null for shapes that cover none. Drawn once for each shape.</summary>
    public static RleMask? Of(ComparedShape shape, Canvas canvas) =>
        shape.Mask ??= shape.Kind switch
        {
            ShapeKind.Box => RleMask.FromBox(shape.Bounds, canvas.Height, canvas.Width).Mask,
            ShapeKind.RotatedBox => RleMask.FromPolygon(shape.Turned.Corners(), canvas.Height, canvas.Width).Mask,
            ShapeKind.Ellipse => RleMask.FromPolygon(RingOf(shape.Turned), canvas.Height, canvas.Width).Mask,
            _ => null,
        };

    /// <summary>The pixels of a box as if it were not turned.</summary>
    public static RleMask? Upright(ComparedShape shape, Canvas canvas) =>
        shape.Kind is ShapeKind.RotatedBox or ShapeKind.Ellipse
            ? RleMask.FromBox(shape.Upright, canvas.Height, canvas.Width).Mask
            : Of(shape, canvas);

    /// <summary>The rings of a polygon joined, its holes cut out.</summary>
    public static RleMask? OfPolygon(PolygonBuffer polygon, bool cutsHoles, int height, int width)
    {
        RleMask? covered = null;
        for (var part = 0; part < polygon.PartCount; part++)
        {
            if (RleMask.FromPolygon(polygon.PartAt(part), height, width).Mask is not { } ring)
                return null;
            covered =
                covered is null ? ring
                : cutsHoles && polygon.IsHole(part) ? covered.Except(ring)
                : covered.Union(ring);
        }

        return covered;
    }

    static double[] RingOf(RotatedBox around)
    {
        var ring = new double[2 * EllipseVertices];
        var (sin, cos) = Math.SinCos(around.AngleDegrees * Math.PI / 180);
        for (var i = 0; i < EllipseVertices; i++)
        {
            var (alongY, alongX) = double.SinCosPi(2.0 * i / (EllipseVertices - 1));
            double x = alongX * around.Width / 2,
                y = alongY * around.Height / 2;
            ring[2 * i] = around.CenterX + x * cos - y * sin;
            ring[2 * i + 1] = around.CenterY + x * sin + y * cos;
        }

        return ring;
    }
}
