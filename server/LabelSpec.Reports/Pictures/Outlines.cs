using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>Outlines of simple shapes, as rings of points.</summary>
static class Outlines
{
    const int EllipseCorners = 72;

    public static ImmutableArray<PicturePoint> Box(double left, double top, double width, double height) =>
        [new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height)];

    /// <summary>A box turned about its centre, clockwise on the screen.</summary>
    public static ImmutableArray<PicturePoint> Turned(
        double x,
        double y,
        double width,
        double height,
        double degrees
    ) =>
        [
            Turn(x, y, -width / 2, -height / 2, degrees),
            Turn(x, y, width / 2, -height / 2, degrees),
            Turn(x, y, width / 2, height / 2, degrees),
            Turn(x, y, -width / 2, height / 2, degrees),
        ];

    /// <summary>An ellipse turned about its centre, clockwise on the screen.</summary>
    public static ImmutableArray<PicturePoint> Ellipse(
        double x,
        double y,
        double radiusX,
        double radiusY,
        double degrees
    ) =>
        [
            .. Enumerable
                .Range(0, EllipseCorners)
                .Select(index => Math.SinCos(index * 2 * Math.PI / EllipseCorners))
                .Select(at => Turn(x, y, at.Cos * radiusX, at.Sin * radiusY, degrees)),
        ];

    // Positive angles turn clockwise on the screen, as y grows downwards.
    public static PicturePoint Turn(double x, double y, double dx, double dy, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new PicturePoint(x + dx * cosine - dy * sine, y + dx * sine + dy * cosine);
    }
}
