using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Model.Changes;

/// <summary>Compares stretches of two columns bit by bit: NaN is what a file without a number has, and is the same as NaN.</summary>
static class Columns
{
    /// <summary>Compares columns that both are present, or both not.</summary>
    public static bool AreSame<T>(Column<T> before, int from, Column<T> now, int to, int count)
        where T : unmanaged => !before.IsPresent || AreSame(before.Values, from, now.Values, to, count);

    public static bool AreSame<T>(ReadOnlySpan<T> before, int from, ReadOnlySpan<T> now, int to, int count)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(before.Slice(from, count)).SequenceEqual(MemoryMarshal.AsBytes(now.Slice(to, count)));
}
