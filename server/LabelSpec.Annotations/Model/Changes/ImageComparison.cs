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
        return RowComparison.Of(map, old.Count, IsSame);

        bool IsSame(int a, int b) =>
            ids.AreSame(old.Ids[a], now.Ids[b])
            && old.FileNames[a] == now.FileNames[b]
            && old.Widths[a] == now.Widths[b]
            && old.Heights[a] == now.Heights[b]
            && edited.IsMoved(old.SpanOf(a), now.SpanOf(b))
            && old.Frames[a] == now.Frames[b]
            && old.Sequences[a] == now.Sequences[b]
            && old.Splits[a] == now.Splits[b]
            && old.States[a] == now.States[b]
            && old.Units[a] == now.Units[b]
            && attributes.IsSame(a, b);
    }
}
