namespace LabelSpec.Geometry;

public static partial class Ring
{
    /// <summary>
    /// True for points inside (even-odd rule, so a doubly covered part of a self-crossing ring is outside) and on the
    /// boundary. False for rings or points with NaN or infinite coordinates.
    /// </summary>
    public static bool Contains(ReadOnlySpan<double> ring, Point point)
    {
        if (ring.Length < 2 || !double.IsFinite(point.X) || !double.IsFinite(point.Y))
            return false;
        var inside = false;
        var last = LastVertex(ring);
        var previous = new Point(ring[last], ring[last + 1]);
        for (var i = 0; i <= last; i += 2)
        {
            var current = new Point(ring[i], ring[i + 1]);
            if (!double.IsFinite(current.X) || !double.IsFinite(current.Y))
                return false;
            switch (Crossing(previous, current, point))
            {
                case RayCrossing.OnBoundary:
                    return true;
                case RayCrossing.Crosses:
                    inside = !inside;
                    break;
            }

            previous = current;
        }

        return inside;
    }

    /// <summary>
    /// True when the ring encloses an area, turns only one way and goes around once; repeated vertices and vertices
    /// on straight edges do not matter.
    /// </summary>
    public static bool IsConvex(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 6 || !Bounds(ring).IsFinite)
            return false;
        var count = ring.Length / 2;
        int turn = 0,
            flips = 0;
        double lastDx = 0,
            lastDy = 0;
        Point before = default,
            previous = default;
        // The first lap only finds the edge and the directions that come before the first vertex.
        for (var step = 0; step < 2 * count; step++)
        {
            var current = new Point(ring[2 * (step % count)], ring[2 * (step % count) + 1]);
            if (current == previous && step > 0)
                continue;
            if (step > 0)
            {
                var changed =
                    ChangesSense(ref lastDx, current.X - previous.X) + ChangesSense(ref lastDy, current.Y - previous.Y);
                if (step >= count)
                {
                    flips += changed;
                    var now = Orientation.Of(before, previous, current);
                    if (flips > 4 || now * turn < 0 || (now == 0 && Reverses(before, previous, current)))
                        return false;
                    turn = now != 0 ? now : turn;
                }
            }

            (before, previous) = (previous, current);
        }

        return turn != 0;
    }

    /// <summary>True when the last vertex repeats the first, as GeoJSON demands and most annotation formats do not.</summary>
    public static bool IsClosed(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 4)
            return false;
        var last = LastVertex(ring);
        return ring[0] == ring[last] && ring[1] == ring[last + 1];
    }

    public static bool IsFinite(ReadOnlySpan<double> ring)
    {
        foreach (var value in ring)
            if (!double.IsFinite(value))
                return false;
        return true;
    }

    static bool Reverses(Point before, Point at, Point after) =>
        (at.X - before.X) * (after.X - at.X) + (at.Y - before.Y) * (after.Y - at.Y) < 0;

    static int ChangesSense(ref double sense, double delta)
    {
        // Coordinates beyond all bounds have no differences.
        if (delta is not (> 0 or < 0))
            return 0;
        var changed = sense * Math.Sign(delta) < 0 ? 1 : 0;
        sense = Math.Sign(delta);
        return changed;
    }

    // A ray from the point towards +x; each edge owns its upper end, so that a vertex is counted once.
    static RayCrossing Crossing(Point a, Point b, Point point)
    {
        if (a == point || b == point)
            return RayCrossing.OnBoundary;
        if (a.Y == b.Y)
            return a.Y == point.Y && point.X >= Math.Min(a.X, b.X) && point.X <= Math.Max(a.X, b.X)
                ? RayCrossing.OnBoundary
                : RayCrossing.None;
        if ((a.Y > point.Y) == (b.Y > point.Y))
            return RayCrossing.None;
        var (upper, lower) = a.Y < b.Y ? (a, b) : (b, a);
        return Orientation.Of(upper, lower, point) switch
        {
            0 => RayCrossing.OnBoundary,
            > 0 => RayCrossing.Crosses,
            _ => RayCrossing.None,
        };
    }

    enum RayCrossing
    {
        None,
        Crosses,
        OnBoundary,
    }
}
