namespace LabelSpec.Annotations.Model;

/// <summary>
/// One value for each row, or nothing at all: a column that no row uses takes no memory and reads as its default
/// everywhere.
/// </summary>
public readonly struct Column<T>
    where T : unmanaged
{
    readonly ColumnStore<T>? items;
    readonly T missing;

    internal Column(ColumnStore<T>? items, int count, T missing)
    {
        this.items = items;
        this.missing = missing;
        Count = count;
    }

    public int Count { get; }

    /// <summary>False when every row has the default.</summary>
    public bool IsPresent => items is not null;

    /// <summary>The stored values; empty when the column is not present.</summary>
    public ReadOnlySpan<T> Values => items is null ? [] : items.AsSpan(0, Count);

    public T this[int row] =>
        (uint)row >= (uint)Count ? throw new ArgumentOutOfRangeException(nameof(row))
        : items is null ? missing
        : items[row];
}
