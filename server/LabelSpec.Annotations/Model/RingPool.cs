using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// Polygons of files that are too big to be held, packed: the numbers of a ring are whole multiples of a power of ten, as files
/// write them, and mostly lie close together, so that two bytes say how far each is from the smallest one. Numbers that are no
/// short decimals are kept as they are.
/// </summary>
/// <remarks>
/// A record is the number of rings, then for each ring its <see cref="RingPacking"/> with the count of decimals, the count of
/// numbers, and them. A decimal of few digits and a power of ten are exact doubles, and division rounds correctly, so that a number
/// comes back as <c>JsonNumber</c> reads it.
/// </remarks>
sealed class RingPool(ushort[] units)
{
    /// <summary>Units in front of the numbers of a ring: packing and decimals, then their count.</summary>
    public const int HeadUnits = 3;

    /// <summary>Units of the smallest x and the smallest y of a ring.</summary>
    public const int OriginUnits = 4;

    static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Adds the rings of a record to a buffer.</summary>
    public void Read(int record, PolygonBuffer buffer)
    {
        var at = record + 1;
        for (var ring = units[record]; ring > 0; ring--)
        {
            var packing = (RingPacking)(units[at] & 3);
            var scale = PowersOfTen[units[at] >> 2];
            var numbers = buffer.AddPart(IntegerAt(at + 1));
            at += HeadUnits;
            at += packing switch
            {
                RingPacking.Offsets => ReadOffsets(units.AsSpan(at), scale, numbers),
                RingPacking.Integers => ReadIntegers(units.AsSpan(at), scale, numbers),
                _ => ReadDoubles(units.AsSpan(at), numbers),
            };
        }
    }

    /// <summary>The double that stands for a whole number of units of a power of ten.</summary>
    public static double Value(int integer, int decimals) => integer / PowersOfTen[decimals];

    static int ReadOffsets(ReadOnlySpan<ushort> packed, double scale, Span<double> numbers)
    {
        var origins = MemoryMarshal.Cast<ushort, int>(packed[..OriginUnits]);
        var (left, top) = (origins[0], origins[1]);
        var offsets = packed.Slice(OriginUnits, numbers.Length);
        var at = 0;
        for (; at + 1 < offsets.Length; at += 2)
        {
            numbers[at] = (left + offsets[at]) / scale;
            numbers[at + 1] = (top + offsets[at + 1]) / scale;
        }

        if (at < offsets.Length)
            numbers[at] = (left + offsets[at]) / scale;
        return OriginUnits + offsets.Length;
    }

    static int ReadIntegers(ReadOnlySpan<ushort> packed, double scale, Span<double> numbers)
    {
        var integers = MemoryMarshal.Cast<ushort, int>(packed[..(2 * numbers.Length)]);
        for (var at = 0; at < integers.Length; at++)
            numbers[at] = integers[at] / scale;
        return 2 * numbers.Length;
    }

    static int ReadDoubles(ReadOnlySpan<ushort> packed, Span<double> numbers)
    {
        MemoryMarshal.Cast<ushort, double>(packed[..(4 * numbers.Length)]).CopyTo(numbers);
        return 4 * numbers.Length;
    }

    int IntegerAt(int at) => MemoryMarshal.Read<int>(MemoryMarshal.AsBytes(units.AsSpan(at, 2)));
}
