namespace LabelSpec.Geometry;

/// <summary>
/// Plane sweep over the edges of a ring from left to right. Edges that meet become neighbours in the sweep's order
/// before they do, so that only neighbours are compared: O(n log n), whatever the ring looks like.
/// </summary>
sealed class SelfIntersectionSearch(RingEdges edges)
{
    // Below this number of edges trying all pairs is faster.
    const int SmallRing = 48;

    SelfIntersection? overlap;
    SelfIntersection? touch;

    public SelfIntersection? Run()
    {
        if (edges.Count < 2)
            return null;
        var crossing = edges.Count <= SmallRing ? TryAll() : Sweep();
        return crossing ?? overlap ?? touch;
    }

    SelfIntersection? TryAll()
    {
        for (var i = 0; i < edges.Count; i++)
        for (var j = i + 1; j < edges.Count; j++)
            if (Compare(i, j) is { } crossing)
                return crossing;
        return null;
    }

    SelfIntersection? Sweep()
    {
        var order = new SweepOrder(edges);
        var events = Events();
        for (var i = 0; i < events.Length; i++)
        {
            var (edge, begins) = (events[i] >> 1, (events[i] & 1) == 1);
            if (MeetingVertices(events, i) is { } crossing)
                return crossing;
            if (begins)
                order.Insert(edge);
            var (below, above) = (order.Below(edge), order.Above(edge));
            var found = begins ? Compare(below, edge) ?? Compare(edge, above) : Compare(below, above);
            if (found is not null)
                return found;
            if (!begins)
                order.Remove(edge);
        }

        return null;
    }

    // Edges that end in a point and edges that begin there never stand in the order together.
    SelfIntersection? MeetingVertices(int[] events, int index)
    {
        if (index == 0 || PointOf(events[index]) != PointOf(events[index - 1]))
            return null;
        return Compare(events[index - 1] >> 1, events[index] >> 1);
    }

    // Remembers the first overlap and the first touch, and hands back crossings.
    SelfIntersection? Compare(int first, int second)
    {
        if (first < 0 || second < 0 || edges.Meeting(first, second) is not { } meeting)
            return null;
        switch (meeting.Kind)
        {
            case SelfIntersectionKind.Crossing:
                return meeting;
            case SelfIntersectionKind.Overlap:
                overlap ??= meeting;
                return null;
            default:
                touch ??= meeting;
                return null;
        }
    }

    // Both ends of every edge from left to right, ends before beginnings at one point; the lowest bit says "begins".
    int[] Events()
    {
        var events = new int[2 * edges.Count];
        var keys = new double[events.Length];
        for (var i = 0; i < events.Length; i++)
            (events[i], keys[i]) = (i, PointOf(i).X);
        // Sorting plain numbers is much faster than comparing points; points of equal x are put in order afterwards.
        Array.Sort(keys, events);
        for (var start = 0; start < events.Length; )
        {
            var end = start + 1;
            while (end < events.Length && keys[end] == keys[start])
                end++;
            events.AsSpan(start, end - start).Sort(CompareEvents);
            start = end;
        }

        return events;
    }

    int CompareEvents(int a, int b)
    {
        Point left = PointOf(a),
            right = PointOf(b);
        if (left != right)
            return RingEdges.Precedes(left, right) ? -1 : 1;
        return (a & 1) != (b & 1) ? (a & 1) - (b & 1) : a.CompareTo(b);
    }

    Point PointOf(int @event)
    {
        Point start = edges.Start(@event >> 1),
            end = edges.End(@event >> 1);
        return RingEdges.Precedes(start, end) == ((@event & 1) == 1) ? start : end;
    }
}
