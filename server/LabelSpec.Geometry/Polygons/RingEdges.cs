namespace LabelSpec.Geometry;

/// <summary>
/// The edges of a ring without those of zero length, and how any two of them meet. Edge i runs from point i to the next.
/// </summary>
sealed class RingEdges
{
    // Products of coordinate differences must not overflow.
    const double LargestUnscaled = 1e140;
    const double Shrink = 1e-200;

    readonly Point[] points;
    readonly int[] edgeInRing;
    readonly double unit = 1;

    public RingEdges(ReadOnlySpan<double> ring)
    {
        foreach (var value in ring)
            if (Math.Abs(value) > LargestUnscaled)
                unit = Shrink;
        List<Point> kept = new(ring.Length / 2);
        List<int> edges = new(ring.Length / 2);
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            var point = new Point(ring[i] * unit, ring[i + 1] * unit);
            if (kept.Count > 0 && kept[^1] == point)
                edges[^1] = i / 2;
            else
            {
                kept.Add(point);
                edges.Add(i / 2);
            }
        }

        if (kept.Count > 1 && kept[^1] == kept[0])
        {
            kept.RemoveAt(kept.Count - 1);
            edges.RemoveAt(edges.Count - 1);
        }

        points = [.. kept];
        edgeInRing = [.. edges];
    }

    public int Count => points.Length;

    public Point Start(int edge) => points[edge];

    public Point End(int edge) => points[Next(edge)];

    /// <summary>How two edges meet; null when they do not, or only as consecutive edges do.</summary>
    public SelfIntersection? Meeting(int first, int second)
    {
        if (first > second)
            (first, second) = (second, first);
        if (second == first + 1)
            return Fold(first, second);
        if (first == 0 && second == Count - 1)
            return Fold(second, first);

        Point p = Start(first),
            q = End(first),
            r = Start(second),
            s = End(second);
        if (!BoundsMeet(p, q, r, s))
            return null;
        int sideOfR = Orientation.Of(p, q, r),
            sideOfS = Orientation.Of(p, q, s),
            sideOfP = Orientation.Of(r, s, p),
            sideOfQ = Orientation.Of(r, s, q);
        if (sideOfR * sideOfS < 0 && sideOfP * sideOfQ < 0)
            return Found(SelfIntersectionKind.Crossing, first, second, CrossingOf(p, q, r, s));
        if ((sideOfR | sideOfS | sideOfP | sideOfQ) == 0 && OverlapOf(p, q, r, s) is { } shared)
            return Found(SelfIntersectionKind.Overlap, first, second, shared);
        var touched =
            EndOnOther(sideOfR, r, p, q)
            ?? EndOnOther(sideOfS, s, p, q)
            ?? EndOnOther(sideOfP, p, r, s)
            ?? EndOnOther(sideOfQ, q, r, s);
        if (touched is not { } at)
            return null;
        var kind = PathsCross(first, second, at) ? SelfIntersectionKind.Crossing : SelfIntersectionKind.Touch;
        return Found(kind, first, second, at);
    }

    // Consecutive edges may share their common point only.
    SelfIntersection? Fold(int edge, int next)
    {
        Point before = Start(edge),
            at = End(edge),
            after = End(next);
        var turnsBack =
            Orientation.Of(before, at, after) == 0
            && (at.X - before.X) * (after.X - at.X) + (at.Y - before.Y) * (after.Y - at.Y) < 0;
        return turnsBack ? Found(SelfIntersectionKind.Overlap, edge, next, at) : null;
    }

    static Point? EndOnOther(int side, Point end, Point from, Point to) =>
        side == 0 && Orientation.IsBetween(end, from, to) ? end : null;

    // The boundary passes the point twice: along two edges each time, or within one. It crosses itself there when the
    // second path leaves on the other side of the first than it came from.
    bool PathsCross(int first, int second, Point at)
    {
        var (before, after) = PathThrough(first, at);
        var (otherBefore, otherAfter) = PathThrough(second, at);
        return SideOfPath(before, at, after, otherBefore) * SideOfPath(before, at, after, otherAfter) < 0;
    }

    (Point Before, Point After) PathThrough(int edge, Point at)
    {
        if (at == Start(edge))
            return (Start(Previous(edge)), End(edge));
        return at == End(edge) ? (Start(edge), End(Next(edge))) : (Start(edge), End(edge));
    }

    static int SideOfPath(Point before, Point at, Point after, Point point)
    {
        int first = Orientation.Of(before, at, point),
            second = Orientation.Of(at, after, point);
        if ((first == 0 && IsAhead(at, before, point)) || (second == 0 && IsAhead(at, after, point)))
            return 0;
        var turn = Orientation.Of(before, at, after);
        if (turn > 0)
            return first > 0 && second > 0 ? 1 : -1;
        if (turn < 0)
            return first < 0 && second < 0 ? -1 : 1;
        return first;
    }

    static bool IsAhead(Point from, Point towards, Point point) =>
        (towards.X - from.X) * (point.X - from.X) + (towards.Y - from.Y) * (point.Y - from.Y) > 0;

    static bool BoundsMeet(Point p, Point q, Point r, Point s) =>
        Math.Max(p.X, q.X) >= Math.Min(r.X, s.X)
        && Math.Max(r.X, s.X) >= Math.Min(p.X, q.X)
        && Math.Max(p.Y, q.Y) >= Math.Min(r.Y, s.Y)
        && Math.Max(r.Y, s.Y) >= Math.Min(p.Y, q.Y);

    static Point CrossingOf(Point p, Point q, Point r, Point s)
    {
        double dx = q.X - p.X,
            dy = q.Y - p.Y,
            ex = s.X - r.X,
            ey = s.Y - r.Y;
        var t = ((r.X - p.X) * ey - (r.Y - p.Y) * ex) / (dx * ey - dy * ex);
        return double.IsFinite(t) ? new(p.X + t * dx, p.Y + t * dy) : p;
    }

    // The middle two of four collinear points bound what two edges share.
    static Point? OverlapOf(Point p, Point q, Point r, Point s)
    {
        var from = Largest(Smaller(p, q), Smaller(r, s));
        var to = Smaller(Largest(p, q), Largest(r, s));
        return Precedes(from, to) ? from : null;
    }

    static Point Smaller(Point a, Point b) => Precedes(b, a) ? b : a;

    static Point Largest(Point a, Point b) => Precedes(a, b) ? b : a;

    /// <summary>The order of the sweep: by x, then by y.</summary>
    public static bool Precedes(Point a, Point b) => a.X != b.X ? a.X < b.X : a.Y < b.Y;

    public int Next(int edge) => edge + 1 == points.Length ? 0 : edge + 1;

    int Previous(int edge) => edge == 0 ? points.Length - 1 : edge - 1;

    SelfIntersection Found(SelfIntersectionKind kind, int first, int second, Point at) =>
        new(kind, edgeInRing[first], edgeInRing[second], new(at.X / unit, at.Y / unit));
}
