namespace LabelSpec.Annotations.Model.Changes;

static class ImageComparison
{
    /// <summary>Null where a column or an attribute came or went.</summary>
    public static RowComparison? Of(Dataset before, Dataset after, EditedFile edited, IdComparison ids)
    {
        var (old, now) = (before.Images, after.Images);
        if (
            AttributeComparison.Of(old.Attributes, now.Attributes) is not { } attributes
            || old.Frames.IsPresent != now.Frames.IsPresent
            || old.Sequences.IsPresent != now.Sequences.IsPresent
            || old.Splits.IsPresent != now.Splits.IsPresent
            || old.States.IsPresent != now.States.IsPresent
            || old.Units.IsPresent != now.Units.IsPresent
        )
            return null;

        var map = edited.RowsOutside(old.Count, old.SpanOf, now.Count, now.SpanOf);
        return RowComparison.Of(map, old.Count, AreSame);

        bool AreSame(int a, int b, int count) =>
            ids.AreSame(old.Ids.Slice(a, count), now.Ids.Slice(b, count))
            && old.FileNames.Slice(a, count).SequenceEqual(now.FileNames.Slice(b, count))
            && Columns.AreSame(old.Widths, a, now.Widths, b, count)
            && Columns.AreSame(old.Heights, a, now.Heights, b, count)
            && Columns.AreSame(old.Frames, a, now.Frames, b, count)
            && Columns.AreSame(old.Sequences, a, now.Sequences, b, count)
            && Columns.AreSame(old.Splits, a, now.Splits, b, count)
            && Columns.AreSame(old.States, a, now.States, b, count)
            && Columns.AreSame(old.Units, a, now.Units, b, count)
            && attributes.AreSame(a, b, count)
            && AreMoved(a, b, count);

        bool AreMoved(int a, int b, int count)
        {
            for (var i = 0; i < count; i++)
                if (!edited.IsMoved(old.SpanOf(a + i), now.SpanOf(b + i)))
                    return false;
            return true;
        }
    }
}
