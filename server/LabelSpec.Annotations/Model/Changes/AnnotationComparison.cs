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
        return RowComparison.Of(map, old.Count, AreSame);

        bool AreSame(int a, int b, int count) =>
            Columns.AreSame(old.Categories, a, now.Categories, b, count)
            && Columns.AreSame(old.Shapes, a, now.Shapes, b, count)
            && Columns.AreSame(old.Flags, a, now.Flags, b, count)
            && ids.AreSame(old.Ids.Slice(a, count), now.Ids.Slice(b, count))
            && Columns.AreSame(old.Boxes, a, now.Boxes, b, count)
            && Columns.AreSame(old.Angles, a, now.Angles, b, count)
            && Columns.AreSame(old.StoredAreas, a, now.StoredAreas, b, count)
            && Columns.AreSame(old.Scores, a, now.Scores, b, count)
            && Columns.AreSame(old.StoredKeypointCounts, a, now.StoredKeypointCounts, b, count)
            && Columns.AreSame(old.Groups, a, now.Groups, b, count)
            && Columns.AreSame(old.Tracks, a, now.Tracks, b, count)
            && Columns.AreSame(old.Frames, a, now.Frames, b, count)
            && Columns.AreSame(old.ZOrders, a, now.ZOrders, b, count)
            && Columns.AreSame(old.Annotators, a, now.Annotators, b, count)
            && attributes.AreSame(a, b, count)
            && StandAndReferAlike(a, b, count);

        bool StandAndReferAlike(int a, int b, int count)
        {
            var oldImages = old.Images.Slice(a, count);
            var newImages = now.Images.Slice(b, count);
            for (var i = 0; i < count; i++)
                if (
                    !edited.IsMoved(old.SpanOf(a + i), now.SpanOf(b + i))
                    || !IsSameImage(oldImages[i], newImages[i])
                    || (oldImages[i] < 0 && !ids.AreSame(old.DanglingImageId(a + i), now.DanglingImageId(b + i)))
                    || (
                        old.Categories[a + i] < 0
                        && !ids.AreSame(old.DanglingCategoryId(a + i), now.DanglingCategoryId(b + i))
                    )
                    // Where geometry is kept may have moved; what it is follows from the text and the columns above.
                    || old.GeometryOf(a + i) < 0 != now.GeometryOf(b + i) < 0
                )
                    return false;
            return true;
        }

        // An image that is gone and one that never was are not the same.
        bool IsSameImage(int a, int b) => a < 0 ? b < 0 : b >= 0 && images.Map.NewOf(a) == b;
    }
}
