using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Model.Changes;

static class AnnotationComparison
{
    /// <summary>Null where a column or an attribute came or went.</summary>
    public static RowComparison? Of(
        Dataset before,
        Dataset after,
        EditedFile edited,
        IdComparison ids,
        RowComparison images
    )
    {
        var (old, now) = (before.Annotations, after.Annotations);
        if (
            AttributeComparison.Of(old.Attributes, now.Attributes) is not { } attributes
            || old.Angles.IsPresent != now.Angles.IsPresent
            || old.StoredAreas.IsPresent != now.StoredAreas.IsPresent
            || old.Scores.IsPresent != now.Scores.IsPresent
            || old.StoredKeypointCounts.IsPresent != now.StoredKeypointCounts.IsPresent
            || old.Groups.IsPresent != now.Groups.IsPresent
            || old.Tracks.IsPresent != now.Tracks.IsPresent
            || old.Frames.IsPresent != now.Frames.IsPresent
            || old.ZOrders.IsPresent != now.ZOrders.IsPresent
            || old.Annotators.IsPresent != now.Annotators.IsPresent
        )
            return null;

        var map = edited.RowsOutside(old.Count, old.SpanOf, now.Count, now.SpanOf);
        return RowComparison.Of(map, old.Count, IsSame);

        bool IsSame(int a, int b) =>
            edited.IsMoved(old.SpanOf(a), now.SpanOf(b))
            && IsSameImage(old.Images[a], now.Images[b])
            && (old.Images[a] >= 0 || ids.AreSame(old.DanglingImageId(a), now.DanglingImageId(b)))
            && old.Categories[a] == now.Categories[b]
            && (old.Categories[a] >= 0 || ids.AreSame(old.DanglingCategoryId(a), now.DanglingCategoryId(b)))
            && old.Shapes[a] == now.Shapes[b]
            && old.Flags[a] == now.Flags[b]
            && ids.AreSame(old.Ids[a], now.Ids[b])
            && AreSame(old.Boxes.Slice(a, 1), now.Boxes.Slice(b, 1))
            && AreSame(old.Angles[a], now.Angles[b])
            && AreSame(old.StoredAreas[a], now.StoredAreas[b])
            && AreSame(old.Scores[a], now.Scores[b])
            && old.StoredKeypointCounts[a] == now.StoredKeypointCounts[b]
            && old.Groups[a] == now.Groups[b]
            && old.Tracks[a] == now.Tracks[b]
            && old.Frames[a] == now.Frames[b]
            && old.ZOrders[a] == now.ZOrders[b]
            && old.Annotators[a] == now.Annotators[b]
            // Where geometry is kept may have moved; what it is follows from the text and the columns above.
            && old.GeometryOf(a) < 0 == now.GeometryOf(b) < 0
            && attributes.IsSame(a, b);

        // An image that is gone and one that never was are not the same.
        bool IsSameImage(int a, int b) => a < 0 ? b < 0 : b >= 0 && images.Map.NewOf(a) == b;
    }

    // Bit by bit: NaN is what a file without a number has.
    static bool AreSame<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged => MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));

    static bool AreSame(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
