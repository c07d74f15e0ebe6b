using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>A growing column. Nothing is allocated until a value differs from the default.</summary>
/// <param name="missing">The default.</param>
/// <param name="rowsInMemory">With more rows than this the column lies in pages of a temporary file.</param>
sealed class ColumnBuilder<T>(T missing, int rowsInMemory = int.MaxValue)
    where T : unmanaged
{
    ColumnStore<T>? store;

    // The array of the store, where it is one.
    T[]? items;
    int reserved;

    public int Count { get; private set; }

    public ref T this[int row] => ref Store(row).Span[row];

    /// <summary>The values; empty while all rows have the default.</summary>
    public Span<T> Values => store is null ? [] : store.AsSpan(0, Count);

    /// <summary>The values from a row on; empty while all rows have the default.</summary>
    public Span<T> From(int row) => store is null ? [] : store.AsSpan(row, Count - row);

    /// <summary>The value of a row, without making the column real.</summary>
    public T At(int row) => store is null ? missing : store[row];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (items is { } array && Count < array.Length)
            array[Count++] = value;
        else if (store is null && EqualityComparer<T>.Default.Equals(value, missing))
            Count++;
        else
            AddSlowly(value);
    }

    public void AddRange(ColumnBuilder<T> other)
    {
        if (store is null && other.store is null)
        {
            Count += other.Count;
            return;
        }
        Grow(Count + other.Count);
        var added = store!.AsSpan(Count, other.Count);
        if (other.store is null)
            added.Fill(missing);
        else
            other.Values.CopyTo(added);
        Count += other.Count;
    }

    /// <summary>Tells how many rows to expect, so that a column that becomes real is given its room at once.</summary>
    public void Reserve(int rows)
    {
        reserved = rows;
        if (store is not null && store.Length < rows)
            Grow(rows);
    }

    public void Clear() => Count = 0;

    /// <summary>Forgets the values and gives their memory back. No span of them may be in use.</summary>
    public void Release()
    {
        store?.Release();
        (store, items, Count) = (null, null, 0);
    }

    public Column<T> Build() => new(store, Count, missing);

    /// <summary>The values of all rows, also where they all are the default.</summary>
    public ColumnStore<T> BuildStore()
    {
        Grow(Count);
        return store!;
    }

    /// <summary>As <see cref="BuildStore"/>, for columns that always lie in memory.</summary>
    public T[] BuildDense() => BuildStore().Array!;

    void AddSlowly(T value)
    {
        if (store is null || Count == store.Length)
            Grow(Count + 1);
        store!.Span[Count++] = value;
    }

    ColumnStore<T> Store(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count);
        Grow(Count);
        return store!;
    }

    void Grow(int capacity)
    {
        if (store is null)
        {
            // What lies behind the rows is never looked at.
            Take(Math.Max(Math.Max(capacity, reserved), 16));
            store!.AsSpan(0, Count).Fill(missing);
        }
        else if (capacity > store.Length)
        {
            var before = store;
            // A quarter more, not twice: the big columns of a big file are the memory that counts.
            Take(Math.Max(capacity, before.Length + before.Length / 4 + 16));
            before.AsSpan(0, Count).CopyTo(store.Span);
            before.Release();
        }
    }

    void Take(int length)
    {
        store = ColumnStore<T>.Of(length, inPages: length > rowsInMemory);
        items = store.Array;
    }
}
