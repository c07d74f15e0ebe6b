using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads a list of polygons as nearly all files write them, lists of nothing but numbers, and packs it. Whatever is unusual is left
/// to the general way, which reads the text when somebody asks and comes to the same numbers.
/// </summary>
static class CocoRings
{
    const ulong EveryByte = 0x0101010101010101;

    /// <param name="text">Begins with the outer bracket.</param>
    /// <param name="pool">Receives the polygon.</param>
    /// <param name="length">Bytes up to behind the outer bracket.</param>
    /// <param name="record">Where the polygon is in the pool.</param>
    /// <returns>False, and nothing is kept, where the list is not plain.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, RingPoolBuilder pool, out int length, out int record)
    {
        pool.Begin();
        length = ReadRings(text, pool);
        if (length >= 0)
        {
            record = pool.End();
            return true;
        }

        pool.Cancel();
        record = -1;
        return false;
    }

    static int ReadRings(ReadOnlySpan<byte> text, RingPoolBuilder pool)
    {
        if (text is not [(byte)'[', ..])
            return -1;
        for (var at = 1; ; at++)
        {
            at = JsonBlanks.Pass(text, at);
            if (at >= text.Length || text[at] != '[')
                return -1;
            pool.Numbers.Begin();
            at = ReadRing(text, at + 1, pool.Numbers);
            if (at < 0 || !pool.TryAddRing())
                return -1;
            at = JsonBlanks.Pass(text, at);
            if (at >= text.Length || text[at] is not ((byte)',' or (byte)']'))
                return -1;
            if (text[at] == ']')
                return at + 1;
        }
    }

    /// <returns>The index behind the ring's closing bracket; −1 where something else than a number stands in it.</returns>
    static int ReadRing(ReadOnlySpan<byte> text, int at, RingNumbers numbers)
    {
        while (!TryShortOnes(text, ref at, numbers))
        {
            at = JsonBlanks.Pass(text, at);
            if (!TryLong(text, ref at, numbers))
                return -1;
            at = JsonBlanks.Pass(text, at);
            if (at >= text.Length)
                return -1;
            var separator = text[at++];
            if (separator == ']')
                return at;
            if (separator != ',')
                return -1;
        }

        return at;
    }

    /// <summary>
    /// Reads numbers that, with the comma or bracket behind them, take at most eight bytes: each is found and added up in one 64-bit
    /// word, without a branch for each digit. True when <paramref name="at"/> is behind the bracket, else it is where one begins that
    /// is not so, or at a blank before it.
    /// </summary>
    static bool TryShortOnes(ReadOnlySpan<byte> text, ref int at, RingNumbers numbers)
    {
        var room = numbers.Room;
        var count = 0;
        var most = numbers.Decimals;
        var factors = RingNumbers.PowersOfTen;
        var isEnd = false;
        var next = at;
        while (!isEnd && (uint)count < (uint)room.Length && text.Length - next >= sizeof(ulong) + 1)
        {
            if (text[next] == ' ')
                next++;
            var word = BinaryPrimitives.ReadUInt64LittleEndian(text[next..]);
            // Digits become 0 to 9; bytes above that get their top bit set.
            var digits = word ^ (EveryByte * '0');
            var others = ((digits + EveryByte * (0x7F - 9)) | digits) & (EveryByte * 0x80);
            // Bits up to the first byte that is no digit, a multiple of eight; 64 when there is none.
            var whole = BitOperations.TrailingZeroCount(others) & ~7;
            if (whole is 0 or 64)
                break;
            var (bits, end) = (whole, whole);
            if ((byte)(word >> whole) == '.')
            {
                end = BitOperations.TrailingZeroCount(others & (others - 1)) & ~7;
                if (end == 64)
                    break;
                var before = (1UL << whole) - 1;
                digits = (digits & before) | ((digits >> 8) & ~before);
                bits = end - 8;
            }

            var decimals = (bits - whole) >> 3;
            var separator = (byte)(word >> end);
            if ((separator != ',' && separator != ']') || decimals > most)
                break;
            var integer = ValueOf(digits << (64 - bits)) * factors[most - decimals];
            if (integer != (int)integer)
                break;
            room[count++] = (int)integer;
            next += (end >> 3) + 1;
            isEnd = separator == ']';
        }

        numbers.Take(count);
        at = next;
        return isEnd;
    }

    /// <summary>The number whose eight decimal digits lie in a word, the first one lowest: pairs, then fours, then eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static long ValueOf(ulong digits)
    {
        digits = (digits * 10) + (digits >> 8);
        return (long)(
            (
                (digits & 0x000000FF000000FF) * (100 + (1_000_000UL << 32))
                + ((digits >> 16) & 0x000000FF000000FF) * (1 + (10_000UL << 32))
            ) >> 32
        );
    }

    /// <summary>Any number that the general way reads too.</summary>
    static bool TryLong(ReadOnlySpan<byte> text, ref int at, RingNumbers numbers)
    {
        var rest = text[at..];
        if (rest is not [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..])
            return false;
        if (JsonNumber.TryParseDecimal(rest, out var digits, out var decimals, out var length))
            numbers.Add(digits, decimals);
        else if (JsonNumber.TryParse(rest, out var value, out length))
            numbers.Add(value);
        else
            return false;
        at += length;
        return true;
    }
}
