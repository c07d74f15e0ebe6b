using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>A growing column. Nothing is allocated until a value differs from the default.</summary>
sealed class ColumnBuilder<T>(T missing)
    where T : struct
{
    T[]? items;
    int reserved;

    public int Count { get; private set; }

    public ref T this[int row] => ref Items(row)[row];

    /// <summary>The values; empty while all rows have the default.</summary>
    public Span<T> Values => items is null ? [] : items.AsSpan(0, Count);

    /// <summary>The values from a row on; empty while all rows have the default.</summary>
    public Span<T> From(int row) => items is null ? [] : items.AsSpan(row, Count - row);

    /// <summary>The value of a row, without making the column real.</summary>
    public T At(int row) => items is null ? missing : items[row];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (items is null && EqualityComparer<T>.Default.Equals(value, missing))
        {
            Count++;
            return;
        }
        if (items is null || Count == items.Length)
            Grow(Count + 1);
        items![Count++] = value;
    }

    public void AddRange(ColumnBuilder<T> other)
    {
        if (items is null && other.items is null)
        {
            Count += other.Count;
            return;
        }
        Grow(Count + other.Count);
        if (other.items is null)
            items.AsSpan(Count, other.Count).Fill(missing);
        else
            other.items.AsSpan(0, other.Count).CopyTo(items.AsSpan(Count));
        Count += other.Count;
    }

    /// <summary>Tells how many rows to expect, so that a column that becomes real is given its room at once.</summary>
    public void Reserve(int rows)
    {
        reserved = rows;
        if (items is not null && items.Length < rows)
            Grow(rows);
    }

    public void Clear() => Count = 0;

    public Column<T> Build() => new(items, Count, missing);

    /// <summary>The values of all rows, also where they all are the default.</summary>
    public T[] BuildDense()
    {
        Grow(Count);
        return items!;
    }

    T[] Items(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count);
        Grow(Count);
        return items!;
    }

    void Grow(int capacity)
    {
        if (items is null)
        {
            // What lies behind the rows is never looked at.
            items = GC.AllocateUninitializedArray<T>(Math.Max(Math.Max(capacity, reserved), 16));
            items.AsSpan(0, Count).Fill(missing);
        }
        else if (capacity > items.Length)
        {
            // A quarter more, not twice: the big columns of a big file are the memory that counts.
            var larger = GC.AllocateUninitializedArray<T>(Math.Max(capacity, items.Length + items.Length / 4 + 16));
            items.AsSpan(0, Count).CopyTo(larger);
            items = larger;
        }
    }
}
