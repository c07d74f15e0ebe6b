using System.Runtime.CompilerServices;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// The values of a column: an array, or, where a column has many millions of rows, the pages of a temporary file, which the system
/// keeps in memory as long as there is room and writes out where there is none.
/// </summary>
sealed unsafe class ColumnStore<T>
    where T : unmanaged
{
    readonly TemporaryPages? pages;
    readonly T* start;

    ColumnStore(T[] array)
    {
        Array = array;
        Length = array.Length;
    }

    ColumnStore(TemporaryPages pages, int length)
    {
        this.pages = pages;
        start = (T*)pages.Start;
        Length = length;
    }

    public int Length { get; }

    /// <summary>The values; null where they lie in pages.</summary>
    public T[]? Array { get; }

    /// <summary>Room for so many values, of which none is set to anything.</summary>
    public static ColumnStore<T> Of(int length, bool inPages) =>
        inPages && TemporaryPages.TryTake((long)length * sizeof(T)) is { } pages
            ? new(pages, length)
            : new(GC.AllocateUninitializedArray<T>(length));

    public T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Array is { } array ? array[row] : Span[row];
    }

    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Array is { } array ? array : new Span<T>(start, Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> AsSpan(int first, int count) => Span.Slice(first, count);

    /// <summary>Gives the memory back. No span of it may be in use.</summary>
    public void Release() => pages?.Release();
}
