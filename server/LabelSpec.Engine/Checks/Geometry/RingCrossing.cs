using System.Buffers;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Two edges of a ring that cross, numbered from 0 by their first vertex, and the smaller loop they cut off.</summary>
readonly record struct RingCrossing(int First, int Second, Point At, double LoopArea)
{
    // Comparing all edges that meet in x may cost n². Long rings go through a sweep of n log n first, which only tells
    // whether there is a crossing at all.
    const int LargestSweep = 512;

    /// <summary>
    /// A crossing that cuts off a loop of at least the given area in px² and the given share of the ring's box; null
    /// when there is none. Edges are swept by their left ends, so that only edges that meet in x are compared.
    /// </summary>
    /// <param name="ring">Finite x, y pairs without a closing vertex.</param>
    /// <param name="smallestLoop">In px².</param>
    /// <param name="relative">As a share of the ring's box.</param>
    public static RingCrossing? Find(ReadOnlySpan<double> ring, double smallestLoop, double relative)
    {
        var count = ring.Length / 2;
        if (StarShape.Is(ring))
            return null;
        if (count > LargestSweep && Ring.FindSelfIntersection(ring) is not { Kind: SelfIntersectionKind.Crossing })
            return null;
        var lefts = ArrayPool<double>.Shared.Rent(count);
        var edges = ArrayPool<int>.Shared.Rent(count);
        try
        {
            for (var edge = 0; edge < count; edge++)
            {
                edges[edge] = edge;
                lefts[edge] = Math.Min(ring[2 * edge], ring[2 * Next(edge, count)]);
            }

            lefts.AsSpan(0, count).Sort(edges.AsSpan(0, count));
            return Sweep(ring, lefts.AsSpan(0, count), edges.AsSpan(0, count), smallestLoop, relative);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(lefts);
            ArrayPool<int>.Shared.Return(edges);
        }
    }

    static RingCrossing? Sweep(
        ReadOnlySpan<double> ring,
        ReadOnlySpan<double> lefts,
        ReadOnlySpan<int> edges,
        double smallestLoop,
        double relative
    )
    {
        var count = edges.Length;
        for (var i = 0; i < count; i++)
        {
            int a = edges[i],
                aNext = Next(a, count);
            double aRight = Math.Max(ring[2 * a], ring[2 * aNext]),
                aTop = Math.Min(ring[2 * a + 1], ring[2 * aNext + 1]),
                aBottom = Math.Max(ring[2 * a + 1], ring[2 * aNext + 1]);
            for (var j = i + 1; j < count && lefts[j] <= aRight; j++)
            {
                int b = edges[j],
                    bNext = Next(b, count);
                double y1 = ring[2 * b + 1],
                    y2 = ring[2 * bNext + 1];
                if ((y1 < aTop && y2 < aTop) || (y1 > aBottom && y2 > aBottom) || aNext == b || bNext == a)
                    continue;
                if (Cross(ring, Math.Min(a, b), Math.Max(a, b)) is { } crossing)
                {
                    var limit = Math.Max(smallestLoop, relative * Math.Abs(Ring.Bounds(ring).Area));
                    if (crossing.LoopArea >= limit)
                        return crossing;
                }
            }
        }

        return null;
    }

    static RingCrossing? Cross(ReadOnlySpan<double> ring, int first, int second)
    {
        var count = ring.Length / 2;
        Point a = Vertex(ring, first),
            b = Vertex(ring, Next(first, count)),
            c = Vertex(ring, second),
            d = Vertex(ring, Next(second, count));
        double ofA = Side(c, d, a),
            ofB = Side(c, d, b);
        // Only proper crossings: an end on the other edge is a touch.
        if (!(ofA * ofB < 0) || !(Side(a, b, c) * Side(a, b, d) < 0))
            return null;
        var t = ofA / (ofA - ofB);
        var at = new Point(a.X + t * (b.X - a.X), a.Y + t * (b.Y - a.Y));
        var inner = Math.Abs(AreaOfLoop(ring, at, first + 1, second));
        var outer = Math.Abs(Ring.SignedArea(ring) - AreaOfLoop(ring, at, first + 1, second));
        return new(first, second, at, Math.Min(inner, outer));
    }

    // From the crossing along the vertices from one to another and back.
    static double AreaOfLoop(ReadOnlySpan<double> ring, Point at, int from, int to)
    {
        double doubled = 0,
            x = 0,
            y = 0;
        for (var vertex = from; vertex <= to; vertex++)
        {
            double nextX = ring[2 * vertex] - at.X,
                nextY = ring[2 * vertex + 1] - at.Y;
            doubled += x * nextY - nextX * y;
            (x, y) = (nextX, nextY);
        }

        return doubled / 2;
    }

    static Point Vertex(ReadOnlySpan<double> ring, int vertex) => new(ring[2 * vertex], ring[2 * vertex + 1]);

    static int Next(int vertex, int count) => vertex + 1 == count ? 0 : vertex + 1;

    static double Side(Point start, Point end, Point point) =>
        (end.X - start.X) * (point.Y - start.Y) - (end.Y - start.Y) * (point.X - start.X);
}
