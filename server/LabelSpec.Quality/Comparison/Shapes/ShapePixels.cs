using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Draws shapes as pixels, with COCO's rasterisation (<c>rleFrPoly</c>), which CVAT uses too.</summary>
static class ShapePixels
{
    /// <summary>CVAT makes this polygon of an ellipse (datumaro, <c>Ellipse.as_polygon</c>).</summary>
    const int EllipseVertices = 720;

    /// <summary>The pixels of a shape in the picture; null for shapes that cover none. Drawn once for each shape.</summary>
    public static RleMask? Of(ComparedShape shape, ImageScene scene) =>
        shape.Mask ??= shape.Kind switch
        {
            ShapeKind.Box => RleMask.FromBox(shape.Bounds, scene.Height, scene.Width).Mask,
            ShapeKind.RotatedBox => RleMask.FromPolygon(shape.Turned.Corners(), scene.Height, scene.Width).Mask,
            ShapeKind.Ellipse => RleMask.FromPolygon(RingOf(shape.Turned), scene.Height, scene.Width).Mask,
            _ => null,
        };

    /// <summary>The pixels of a box as if it were not turned.</summary>
    public static RleMask? Upright(ComparedShape shape, ImageScene scene) =>
        shape.Kind is ShapeKind.RotatedBox or ShapeKind.Ellipse
            ? RleMask
                .FromBox(
                    Box.FromCenter(shape.Turned.CenterX, shape.Turned.CenterY, shape.Turned.Width, shape.Turned.Height),
                    scene.Height,
                    scene.Width
                )
                .Mask
            : Of(shape, scene);

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
            var (alongY, alongX) = double.SinCosPi(2.0 * i / EllipseVertices);
            double x = alongX * around.Width / 2,
                y = alongY * around.Height / 2;
            ring[2 * i] = around.CenterX + x * cos - y * sin;
            ring[2 * i + 1] = around.CenterY + x * sin + y * cos;
        }

        return ring;
    }
}
