using NetTopologySuite.Algorithm;

namespace LabelSpec.Geometry;

/// <summary>Exact-sign tests on points, in extended precision where plain doubles could not tell.</summary>
static class Orientation
{
    /// <summary>
    /// 1 if a, b, c turn clockwise on the screen (y down), -1 if counter-clockwise, 0 if they lie on a line.
    /// Coordinates must be finite and below 1e150 in size.
    /// </summary>
    public static int Of(Point a, Point b, Point c) => CGAlgorithmsDD.OrientationIndex(a.X, a.Y, b.X, b.Y, c.X, c.Y);

    /// <summary>True when <paramref name="p"/>, known to be on the line through a and b, lies between them or on one.</summary>
    public static bool IsBetween(Point p, Point a, Point b) =>
        p.X >= Math.Min(a.X, b.X)
        && p.X <= Math.Max(a.X, b.X)
        && p.Y >= Math.Min(a.Y, b.Y)
        && p.Y <= Math.Max(a.Y, b.Y);
}
