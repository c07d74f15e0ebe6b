using System.Buffers;

namespace LabelSpec.Geometry;

/// <summary>
/// The streamed segment tree of Zomorodian and Edelsbrunner ("Fast software for box intersections", 2002) in two
/// dimensions. Of two boxes that overlap in y, one begins inside the other. It is found at the tree node that the other
/// spans: there only x is left to compare, and a sweep over boxes sorted by x does that with no wasted comparison.
/// </summary>
ref struct BoxPairSearch<TVisitor>
    where TVisitor : struct, IBoxPairVisitor
{
    // Below this many boxes on a side the sweep over x alone is cheaper than to divide further.
    const int SmallSet = 24;

    readonly double distance;
    readonly ref TVisitor visitor;
    bool stopped;

    // The sets of the running pass: boxes that begin (points in y), and boxes inside which they do (intervals in y).
    ReadOnlySpan<Box> points;
    ReadOnlySpan<Box> intervals;
    ReadOnlySpan<double> sortedTops;
    ReadOnlySpan<int> ranks;
    Pass pass;

    public BoxPairSearch(double distance, ref TVisitor visitor)
    {
        this.distance = distance > 0 ? distance : 0;
        this.visitor = ref visitor;
    }

    enum Pass
    {
        OneSet,
        FirstBeginsInSecond,
        SecondBeginsInFirst,
    }

    /// <summary>Pairs of boxes whose edges were compared so far; what the cost is measured by.</summary>
    public long Comparisons { get; private set; }

    public void Within(ReadOnlySpan<Box> boxes)
    {
        if (boxes.Length <= SmallSet)
            TryAll(boxes);
        else
            Run(boxes, boxes, Pass.OneSet);
    }

    public void Between(ReadOnlySpan<Box> first, ReadOnlySpan<Box> second)
    {
        Run(first, second, Pass.FirstBeginsInSecond);
        Run(second, first, Pass.SecondBeginsInFirst);
    }

    void TryAll(ReadOnlySpan<Box> boxes)
    {
        for (var i = 0; i < boxes.Length; i++)
        for (var j = i + 1; j < boxes.Length && !stopped; j++)
        {
            Comparisons++;
            if (IsUsable(boxes[i]) && IsUsable(boxes[j]) && NearInX(boxes[i], boxes[j]) && NearInY(boxes[i], boxes[j]))
                stopped = !visitor.Visit(i, j);
        }
    }

    void Run(ReadOnlySpan<Box> beginning, ReadOnlySpan<Box> around, Pass kind)
    {
        points = beginning;
        intervals = around;
        pass = kind;
        var size = Math.Max(beginning.Length, around.Length);
        var keys = ArrayPool<double>.Shared.Rent(size);
        var integers = ArrayPool<int>.Shared.Rent(beginning.Length * 2 + around.Length);

        var rankOf = integers.AsSpan(0, beginning.Length);
        var pointIds = Usable(beginning, integers.AsSpan(beginning.Length, beginning.Length));
        var intervalIds = Usable(around, integers.AsSpan(2 * beginning.Length, around.Length));
        SortBy(beginning, pointIds, keys, byTop: true);
        for (var rank = 0; rank < pointIds.Length; rank++)
            rankOf[pointIds[rank]] = rank;
        var tops = ArrayPool<double>.Shared.Rent(size);
        keys.AsSpan(0, pointIds.Length).CopyTo(tops);
        ranks = rankOf;
        sortedTops = tops;
        SortBy(beginning, pointIds, keys, byTop: false);
        SortBy(around, intervalIds, keys, byTop: false);

        Divide(pointIds, intervalIds, 0, pointIds.Length);

        ArrayPool<double>.Shared.Return(keys);
        ArrayPool<double>.Shared.Return(tops);
        ArrayPool<int>.Shared.Return(integers);
    }

    // Both id lists are sorted by left edge; the points have the ranks (by top edge) from "from" up to "to".
    void Divide(ReadOnlySpan<int> pointIds, ReadOnlySpan<int> intervalIds, int from, int to)
    {
        if (pointIds.IsEmpty || intervalIds.IsEmpty || stopped)
            return;
        if (pointIds.Length <= SmallSet || intervalIds.Length <= SmallSet)
        {
            Sweep(pointIds, intervalIds, compareY: true);
            return;
        }

        var rented = ArrayPool<int>.Shared.Rent(pointIds.Length + 2 * intervalIds.Length);
        var spanning = Split(
            intervalIds,
            sortedTops[from],
            sortedTops[to - 1],
            rented.AsSpan(pointIds.Length, intervalIds.Length),
            rented.AsSpan(pointIds.Length + intervalIds.Length, intervalIds.Length),
            out var partial
        );
        Sweep(pointIds, spanning, compareY: false);

        var middle = from + (to - from) / 2;
        var low = PointsBelow(pointIds, middle, rented.AsSpan(0, pointIds.Length), out var high);
        Divide(low, partial, from, middle);
        Divide(high, partial, middle, to);
        ArrayPool<int>.Shared.Return(rented);
    }

    // Intervals that hold all tops of the node, and those that hold some; the others end here.
    readonly ReadOnlySpan<int> Split(
        ReadOnlySpan<int> ids,
        double lowest,
        double highest,
        Span<int> spanning,
        Span<int> partial,
        out ReadOnlySpan<int> partialIds
    )
    {
        int spanningCount = 0,
            partialCount = 0;
        foreach (var id in ids)
        {
            double top = intervals[id].Top,
                bottom = intervals[id].Bottom + distance;
            if (top <= lowest && bottom >= highest)
                spanning[spanningCount++] = id;
            else if (top <= highest && bottom >= lowest)
                partial[partialCount++] = id;
        }

        partialIds = partial[..partialCount];
        return spanning[..spanningCount];
    }

    readonly ReadOnlySpan<int> PointsBelow(
        ReadOnlySpan<int> ids,
        int middle,
        Span<int> buffer,
        out ReadOnlySpan<int> others
    )
    {
        // The order by left edge is kept on both sides.
        int low = 0,
            high = 0;
        foreach (var id in ids)
            if (ranks[id] < middle)
                low++;
        var lowIds = buffer[..low];
        var highIds = buffer[low..];
        low = 0;
        foreach (var id in ids)
            if (ranks[id] < middle)
                lowIds[low++] = id;
            else
                highIds[high++] = id;
        others = highIds[..high];
        return lowIds;
    }

    // Of two boxes that overlap in x, the one with the smaller left edge is swept over the left edges of the others.
    void Sweep(ReadOnlySpan<int> pointIds, ReadOnlySpan<int> intervalIds, bool compareY)
    {
        int p = 0,
            i = 0;
        while (p < pointIds.Length && i < intervalIds.Length && !stopped)
        {
            var point = points[pointIds[p]];
            var interval = intervals[intervalIds[i]];
            if (point.Left < interval.Left)
            {
                var end = point.Right + distance;
                for (var k = i; k < intervalIds.Length && intervals[intervalIds[k]].Left <= end && !stopped; k++)
                    Report(pointIds[p], intervalIds[k], compareY);
                p++;
            }
            else
            {
                var end = interval.Right + distance;
                for (var k = p; k < pointIds.Length && points[pointIds[k]].Left <= end && !stopped; k++)
                    Report(pointIds[k], intervalIds[i], compareY);
                i++;
            }
        }
    }

    void Report(int point, int interval, bool compareY)
    {
        Comparisons++;
        var (beginning, around) = (points[point], intervals[interval]);
        if (compareY && !(beginning.Top >= around.Top && beginning.Top <= around.Bottom + distance))
            return;
        // Boxes with equal tops begin inside each other: one of the two sightings counts.
        if (beginning.Top == around.Top && !(pass == Pass.OneSet ? point > interval : pass == Pass.FirstBeginsInSecond))
            return;
        stopped = pass switch
        {
            Pass.OneSet => !visitor.Visit(Math.Min(point, interval), Math.Max(point, interval)),
            Pass.FirstBeginsInSecond => !visitor.Visit(point, interval),
            _ => !visitor.Visit(interval, point),
        };
    }

    readonly bool NearInX(Box a, Box b) => a.Left <= b.Right + distance && b.Left <= a.Right + distance;

    readonly bool NearInY(Box a, Box b) => a.Top <= b.Bottom + distance && b.Top <= a.Bottom + distance;

    static bool IsUsable(Box box) => box.IsFinite && box.Width >= 0 && box.Height >= 0;

    static Span<int> Usable(ReadOnlySpan<Box> boxes, Span<int> ids)
    {
        var count = 0;
        for (var i = 0; i < boxes.Length; i++)
            if (IsUsable(boxes[i]))
                ids[count++] = i;
        return ids[..count];
    }

    static void SortBy(ReadOnlySpan<Box> boxes, Span<int> ids, Span<double> keys, bool byTop)
    {
        for (var i = 0; i < ids.Length; i++)
            keys[i] = byTop ? boxes[ids[i]].Top : boxes[ids[i]].Left;
        keys[..ids.Length].Sort(ids);
    }
}
