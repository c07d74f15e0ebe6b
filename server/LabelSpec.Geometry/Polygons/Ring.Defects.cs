using System.Buffers;

namespace LabelSpec.Geometry;

public static partial class Ring
{
    /// <summary>
    /// Adds the vertices that should not be there, in the order of the ring. A vertex is collinear or a spike when it
    /// is within <paramref name="tolerance"/> pixels of the line through its neighbours (exactly on it for 0).
    /// Vertices that are not finite are passed over.
    /// </summary>
    public static void FindDefects(ReadOnlySpan<double> ring, ICollection<RingDefect> defects, double tolerance = 0)
    {
        var count = OpenCount(ring);
        var closing = count;
        while (closing > 1 && VertexOf(ring, closing - 1) == VertexOf(ring, 0))
            closing--;
        for (var i = 0; i < closing && closing > 1; i++)
        {
            var at = VertexOf(ring, i);
            var before = VertexOf(ring, i == 0 ? closing - 1 : i - 1);
            if (at == before)
                defects.Add(new(RingDefectKind.Duplicate, i));
            else
                AddBend(before, at, DistinctAfter(ring, i, closing), i, defects, tolerance);
        }

        // The first repetition of the first vertex closes the ring; those after it are too many.
        for (var i = closing; i < count; i++)
            defects.Add(new(RingDefectKind.Duplicate, i + 1));
    }

    /// <summary>
    /// An intersection of the ring with itself, or null when it is simple: a crossing if there is one, else edges that
    /// overlap, else a touch. O(n log n) by a plane sweep (Shamos and Hoey, 1976) with exact orientation tests. Null
    /// for coordinates that are not finite.
    /// </summary>
    public static SelfIntersection? FindSelfIntersection(ReadOnlySpan<double> ring) =>
        IsFinite(ring) && !IsConvex(ring) ? new SelfIntersectionSearch(new(ring)).Run() : null;

    /// <summary>Number of different vertices; a ring of fewer than three encloses nothing.</summary>
    public static int DistinctVertices(ReadOnlySpan<double> ring)
    {
        var count = ring.Length / 2;
        var rented = ArrayPool<double>.Shared.Rent(2 * count);
        Span<double> xs = rented.AsSpan(0, count),
            ys = rented.AsSpan(count, count);
        for (var i = 0; i < count; i++)
            (xs[i], ys[i]) = (ring[2 * i], ring[2 * i + 1]);
        xs.Sort(ys);
        var distinct = 0;
        for (var start = 0; start < count; )
        {
            var end = start + 1;
            while (end < count && xs[end].Equals(xs[start]))
                end++;
            var column = ys[start..end];
            column.Sort();
            distinct++;
            for (var i = 1; i < column.Length; i++)
                distinct += column[i].Equals(column[i - 1]) ? 0 : 1;
            start = end;
        }

        ArrayPool<double>.Shared.Return(rented);
        return distinct;
    }

    static void AddBend(
        Point before,
        Point at,
        Point after,
        int vertex,
        ICollection<RingDefect> defects,
        double tolerance
    )
    {
        if (!IsStraight(before, at, after, tolerance))
            return;
        defects.Add(new(Reverses(before, at, after) ? RingDefectKind.Spike : RingDefectKind.Collinear, vertex));
    }

    static bool IsStraight(Point before, Point at, Point after, double tolerance)
    {
        if (!(tolerance > 0))
            return double.IsFinite(before.X + before.Y + at.X + at.Y + after.X + after.Y)
                && Orientation.Of(before, at, after) == 0;
        // The shorter leg's end is compared with the longer leg's line: the narrow angle of a spike is at the vertex.
        var (near, far) = at.DistanceTo(before) < at.DistanceTo(after) ? (before, after) : (after, before);
        return Reverses(before, at, after)
            ? Segment.DistanceTo(at, far, near) <= tolerance
            : Segment.DistanceTo(before, after, at) <= tolerance;
    }

    static Point DistinctAfter(ReadOnlySpan<double> ring, int vertex, int count)
    {
        var at = VertexOf(ring, vertex);
        var i = (vertex + 1) % count;
        while (VertexOf(ring, i) == at)
            i = (i + 1) % count;
        return VertexOf(ring, i);
    }

    // Vertices without the closing repetition of the first.
    static int OpenCount(ReadOnlySpan<double> ring) => IsClosed(ring) ? ring.Length / 2 - 1 : ring.Length / 2;

    static Point VertexOf(ReadOnlySpan<double> ring, int vertex) => new(ring[2 * vertex], ring[2 * vertex + 1]);
}
