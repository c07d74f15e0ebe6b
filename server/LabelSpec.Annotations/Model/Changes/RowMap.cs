namespace LabelSpec.Annotations.Model.Changes;

/// <summary>
/// Where the rows of a table went: the first <paramref name="Same"/> stayed where they were, those from
/// <paramref name="OldEnd"/> on now begin at <paramref name="NewEnd"/>, and those between became others.
/// </summary>
public readonly record struct RowMap(int Same, int OldEnd, int NewEnd)
{
    /// <summary>The row now; −1 where it is gone.</summary>
    public int NewOf(int row) =>
        row < Same ? row
        : row >= OldEnd ? row - OldEnd + NewEnd
        : -1;

    /// <summary>The row before; −1 where it is new.</summary>
    public int OldOf(int row) =>
        row < Same ? row
        : row >= NewEnd ? row - NewEnd + OldEnd
        : -1;
}
