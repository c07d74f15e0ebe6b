using System.Buffers;

namespace LabelSpec.Geometry;

/// <summary>
/// A cheap proof that rings do not touch themselves or each other, so that they are a valid polygon of several parts as they
/// stand and the area covered is the sum of theirs. A "no" only says that the proof failed, as it does wherever doubles cannot tell
/// on which side of an edge a point lies.
/// </summary>
static class SimpleRings
{
    // Edges that meet in x may be n² pairs; beyond so many for each edge the proof is given up.
    const int PairsPerEdge = 32;
    const int FreePairs = 2_048;

    /// <param name="coordinates">x, y pairs of all rings, one after the other, finite.</param>
    /// <param name="ringEnds">For each ring the index in <paramref name="coordinates"/> after its last number.</param>
    public static bool AreProven(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> ringEnds)
    {
        if (ringEnds.IsEmpty)
            return false;
        return ringEnds.Length == 1 && StarShape.Is(RingVertices.WithoutClosing(coordinates[..ringEnds[0]]))
            || AreApart(coordinates, ringEnds);
    }

    static bool AreApart(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> ringEnds)
    {
        var numbers = coordinates.Length + 2 * ringEnds.Length;
        var edges = ArrayPool<Edge>.Shared.Rent(numbers / 2);
        var lefts = ArrayPool<double>.Shared.Rent(numbers / 2);
        try
        {
            var count = 0;
            for (var ring = 0; ring < ringEnds.Length; ring++)
                if (!TryAddEdges(RingAt(coordinates, ringEnds, ring), ring, edges, ref count))
                    return false;
            for (var i = 0; i < count; i++)
                lefts[i] = Math.Min(edges[i].X1, edges[i].X2);
            lefts.AsSpan(0, count).Sort(edges.AsSpan(0, count));
            return NoTwoMeet(edges.AsSpan(0, count), lefts.AsSpan(0, count)) && NoneInside(coordinates, ringEnds);
        }
        finally
        {
            ArrayPool<Edge>.Shared.Return(edges);
            ArrayPool<double>.Shared.Return(lefts);
        }
    }

    static ReadOnlySpan<double> RingAt(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> ringEnds, int ring) =>
        RingVertices.WithoutClosing(coordinates[(ring == 0 ? 0 : ringEnds[ring - 1])..ringEnds[ring]]);

    // False where the ring has too few vertices, or turns back on itself at one.
    static bool TryAddEdges(ReadOnlySpan<double> ring, int number, Span<Edge> edges, ref int count)
    {
        var first = count;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            var next = i + 3 < ring.Length ? i + 2 : 0;
            if (ring[i] == ring[next] && ring[i + 1] == ring[next + 1])
                continue;
            edges[count] = new(number, count - first, ring[i], ring[i + 1], ring[next], ring[next + 1]);
            count++;
        }

        if (count - first < 3)
            return false;
        edges[first].IsFirst = true;
        edges[count - 1].IsLast = true;
        for (var i = first; i < count; i++)
            if (MayTurnBack(edges[i == first ? count - 1 : i - 1], edges[i]))
                return false;
        return true;
    }

    static bool MayTurnBack(in Edge before, in Edge after)
    {
        double inX = before.X2 - before.X1,
            inY = before.Y2 - before.Y1,
            outX = after.X2 - after.X1,
            outY = after.Y2 - after.Y1;
        return Certainty.SideOf(before.X1, before.Y1, before.X2, before.Y2, after.X2, after.Y2) == 0
            && !(inX * outX + inY * outY > 0.5 * (Math.Abs(inX * outX) + Math.Abs(inY * outY)));
    }

    static bool NoTwoMeet(ReadOnlySpan<Edge> edges, ReadOnlySpan<double> lefts)
    {
        var budget = FreePairs + (long)PairsPerEdge * edges.Length;
        for (var i = 0; i < edges.Length; i++)
        {
            ref readonly var a = ref edges[i];
            var right = Math.Max(a.X1, a.X2);
            double top = Math.Min(a.Y1, a.Y2),
                bottom = Math.Max(a.Y1, a.Y2);
            for (var k = i + 1; k < edges.Length && lefts[k] <= right; k++)
            {
                if (--budget < 0)
                    return false;
                ref readonly var b = ref edges[k];
                if (b.Y1 < top && b.Y2 < top || b.Y1 > bottom && b.Y2 > bottom)
                    continue;
                if (!AreNeighbours(a, b) && !AreCertainlyApart(a, b))
                    return false;
            }
        }

        return true;
    }

    static bool AreNeighbours(in Edge a, in Edge b) =>
        a.Ring == b.Ring && (Math.Abs(a.Index - b.Index) == 1 || a.IsFirst && b.IsLast || a.IsLast && b.IsFirst);

    // Both ends of one lie on the same side of the other's line.
    static bool AreCertainlyApart(in Edge a, in Edge b) =>
        Certainty.SideOf(a.X1, a.Y1, a.X2, a.Y2, b.X1, b.Y1) * Certainty.SideOf(a.X1, a.Y1, a.X2, a.Y2, b.X2, b.Y2) > 0
        || Certainty.SideOf(b.X1, b.Y1, b.X2, b.Y2, a.X1, a.Y1) * Certainty.SideOf(b.X1, b.Y1, b.X2, b.Y2, a.X2, a.Y2)
            > 0;

    // Rings that do not meet lie apart, or one lies inside the other with all its vertices.
    static bool NoneInside(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> ringEnds)
    {
        if ((long)ringEnds.Length * ringEnds.Length > FreePairs)
            return false;
        for (var ring = 0; ring < ringEnds.Length; ring++)
        {
            var vertex = new Point(RingAt(coordinates, ringEnds, ring)[0], RingAt(coordinates, ringEnds, ring)[1]);
            for (var other = 0; other < ringEnds.Length; other++)
                if (other != ring && Ring.Contains(RingAt(coordinates, ringEnds, other), vertex))
                    return false;
        }

        return true;
    }

    record struct Edge(int Ring, int Index, double X1, double Y1, double X2, double Y2)
    {
        public bool IsFirst { get; set; }

        public bool IsLast { get; set; }
    }
}
