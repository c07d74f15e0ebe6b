using System.Buffers.Binary;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// Sorts what lies in folders by ordinal path. Paths begin alike, and to find where two of a hundred thousand differ is most of what
/// comparing them costs: behind what all have in common, the next characters of each are a number that is compared instead. Those with
/// one number are sorted in the same way among themselves.
/// </summary>
static class PathOrder
{
    /// <summary>UTF-16 units that a number holds.</summary>
    const int Units = 8;

    public static void Sort(FolderEntry[] entries) => Sort(entries, new UInt128[entries.Length]);

    static void Sort(Span<FolderEntry> entries, Span<UInt128> numbers)
    {
        if (entries.Length < 2)
            return;
        var common = CommonLength(entries);
        for (var i = 0; i < entries.Length; i++)
            numbers[i] = NumberOf(entries[i].Path.AsSpan(common));
        numbers.Sort(entries);
        for (int start = 0, end; start < entries.Length; start = end)
        {
            end = start + 1;
            while (end < entries.Length && numbers[end] == numbers[start])
                end++;
            // All of one number are all of one path.
            if (end - start < entries.Length)
                Sort(entries[start..end], numbers[start..end]);
        }
    }

    static int CommonLength(ReadOnlySpan<FolderEntry> entries)
    {
        var common = entries[0].Path.AsSpan();
        foreach (var entry in entries)
            common = common[..common.CommonPrefixLength(entry.Path)];
        return common.Length;
    }

    // Zeros stand for what is not there: no path holds them.
    static UInt128 NumberOf(ReadOnlySpan<char> text)
    {
        Span<byte> units = stackalloc byte[Units * sizeof(char)];
        units.Clear();
        for (var i = 0; i < Math.Min(Units, text.Length); i++)
            BinaryPrimitives.WriteUInt16BigEndian(units[(i * sizeof(char))..], text[i]);
        return BinaryPrimitives.ReadUInt128BigEndian(units);
    }
}
