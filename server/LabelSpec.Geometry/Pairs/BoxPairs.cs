namespace LabelSpec.Geometry;

/// <summary>
/// Finds all pairs of boxes that touch, overlap, or lie within a distance of each other in both x and y, in
/// O(n log² n + pairs) for any arrangement: the answer for rules over pairs, without trying all pairs.
/// </summary>
/// <remarks>
/// A pair is a candidate when the gap in x and the gap in y are each at most the distance; callers then test what they
/// need (an IoU above zero, a Euclidean distance). A distance below zero or NaN counts as zero. Boxes with NaN, infinite
/// edges or negative extents are in no pair.
/// </remarks>
public static class BoxPairs
{
    /// <summary>Visits each unordered pair within one set once, the smaller index first.</summary>
    public static void Visit<TVisitor>(ReadOnlySpan<Box> boxes, double distance, ref TVisitor visitor)
        where TVisitor : struct, IBoxPairVisitor
    {
        var search = new BoxPairSearch<TVisitor>(distance, ref visitor);
        search.Within(boxes);
    }

    /// <summary>Visits each pair of a box of <paramref name="first"/> with a box of <paramref name="second"/> once.</summary>
    public static void VisitBetween<TVisitor>(
        ReadOnlySpan<Box> first,
        ReadOnlySpan<Box> second,
        double distance,
        ref TVisitor visitor
    )
        where TVisitor : struct, IBoxPairVisitor
    {
        var search = new BoxPairSearch<TVisitor>(distance, ref visitor);
        search.Between(first, second);
    }

    /// <summary>All pairs within one set, sorted by the first index, then by the second.</summary>
    public static List<BoxPair> Find(ReadOnlySpan<Box> boxes, double distance = 0)
    {
        var collector = new Collector([]);
        Visit(boxes, distance, ref collector);
        collector.Pairs.Sort();
        return collector.Pairs;
    }

    /// <summary>All pairs between two sets, sorted by the first index, then by the second.</summary>
    public static List<BoxPair> FindBetween(ReadOnlySpan<Box> first, ReadOnlySpan<Box> second, double distance = 0)
    {
        var collector = new Collector([]);
        VisitBetween(first, second, distance, ref collector);
        collector.Pairs.Sort();
        return collector.Pairs;
    }

    readonly struct Collector(List<BoxPair> pairs) : IBoxPairVisitor
    {
        public List<BoxPair> Pairs => pairs;

        public bool Visit(int first, int second)
        {
            pairs.Add(new(first, second));
            return true;
        }
    }
}
