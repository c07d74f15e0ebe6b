using System.Buffers;

namespace LabelSpec.Geometry;

/// <summary>
/// Common part of two convex rings by clipping one with every edge of the other (Sutherland and Hodgman, 1974).
/// Cost is the product of the vertex counts: meant for rectangles and small convex polygons.
/// </summary>
public static class ConvexClip
{
    const int OnStack = 64;

    /// <summary>
    /// Area of the intersection of two convex rings given as x, y pairs in either winding. 0 for fewer than three
    /// vertices and for coordinates that are not finite.
    /// </summary>
    public static double IntersectionArea(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        int countA = a.Length / 2,
            countB = b.Length / 2;
        if (countA < 3 || countB < 3)
            return 0;
        Box boundsA = Ring.Bounds(a),
            boundsB = Ring.Bounds(b);
        if (!boundsA.IsFinite || !boundsB.IsFinite || boundsA.IntersectionArea(boundsB) == 0)
            return 0;

        // Each clipping line adds at most one vertex to a convex ring; rounding may add one more.
        var capacity = 2 * (countA + 2 * countB);
        double[]? rented = capacity > 2 * OnStack ? ArrayPool<double>.Shared.Rent(2 * capacity) : null;
        var buffer = rented is null ? stackalloc double[4 * OnStack] : rented;
        var half = buffer.Length / 2;
        var area = Clip(a, b, new(boundsA.Left, boundsA.Top), buffer[..half], buffer[half..]);
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
        return area;
    }

    // Coordinates are taken relative to a nearby origin, so that a small box far from the image corner keeps its digits.
    static double Clip(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Point origin, Span<double> from, Span<double> to)
    {
        var count = a.Length / 2;
        for (var i = 0; i < count; i++)
        {
            from[2 * i] = a[2 * i] - origin.X;
            from[2 * i + 1] = a[2 * i + 1] - origin.Y;
        }

        var edges = b.Length / 2;
        var inward = Ring.SignedArea(b) >= 0 ? 1 : -1;
        for (var e = 0; e < edges && count > 0; e++)
        {
            var next = e + 1 == edges ? 0 : e + 1;
            var start = new Point(b[2 * e] - origin.X, b[2 * e + 1] - origin.Y);
            var end = new Point(b[2 * next] - origin.X, b[2 * next + 1] - origin.Y);
            if (start == end)
                continue;
            count = ClipByLine(from[..(2 * count)], start, end, inward, to);
            var swap = from;
            from = to;
            to = swap;
        }

        return count < 3 ? 0 : Math.Abs(Ring.SignedArea(from[..(2 * count)]));
    }

    static int ClipByLine(ReadOnlySpan<double> ring, Point start, Point end, int inward, Span<double> kept)
    {
        var count = 0;
        double previousX = ring[^2],
            previousY = ring[^1];
        var previousSide = Side(start, end, inward, previousX, previousY);
        for (var i = 0; i < ring.Length; i += 2)
        {
            double x = ring[i],
                y = ring[i + 1];
            var side = Side(start, end, inward, x, y);
            if ((side > 0 && previousSide < 0) || (side < 0 && previousSide > 0))
            {
                var t = previousSide / (previousSide - side);
                kept[count++] = previousX + t * (x - previousX);
                kept[count++] = previousY + t * (y - previousY);
            }

            if (side >= 0)
            {
                kept[count++] = x;
                kept[count++] = y;
            }

            (previousX, previousY, previousSide) = (x, y, side);
        }

        return count / 2;
    }

    static double Side(Point start, Point end, int inward, double x, double y) =>
        inward * ((end.X - start.X) * (y - start.Y) - (end.Y - start.Y) * (x - start.X));
}
