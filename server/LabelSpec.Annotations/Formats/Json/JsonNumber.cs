using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// Reads numbers exactly as <see cref="double.Parse(ReadOnlySpan{byte}, IFormatProvider)"/> does, several times as fast
/// for the ones that annotation files hold.
/// </summary>
/// <remarks>
/// A decimal of at most 15 digits and a power of ten up to 22 are both exact doubles, so that one correctly rounded
/// multiplication or division gives the correctly rounded result (W. D. Clinger, "How to read floating point numbers
/// accurately", 1990). Everything else goes to the library.
/// </remarks>
public static class JsonNumber
{
    const int ExactDigits = 15;

    /// <summary>Digits that any 32-bit integer has room for.</summary>
    const int IntegerDigits = 9;

    static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads the number at the beginning of a text.</summary>
    /// <param name="text">May go on after the number.</param>
    /// <param name="value">The nearest double.</param>
    /// <param name="length">Bytes that the number takes.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value, out int length)
    {
        var at = Scan(text, out var negative, out var digits, out var count, out var decimals);
        if (count is 0 or > ExactDigits || (at < text.Length && (text[at] | 0x20) == 'e'))
            return TryParseSlowly(text, out value, out length);
        length = at;
        value = decimals == 0 ? digits : digits / PowersOfTen[decimals];
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>
    /// Reads the number at the beginning of a text as a whole number of units of a power of ten, where it is a decimal of so few
    /// digits that this says all about it.
    /// </summary>
    /// <param name="text">May go on after the number.</param>
    /// <param name="digits">The number is this …</param>
    /// <param name="decimals">… divided by this power of ten.</param>
    /// <param name="length">Bytes that the number takes.</param>
    internal static bool TryParseDecimal(ReadOnlySpan<byte> text, out int digits, out int decimals, out int length)
    {
        length = Scan(text, out var negative, out var number, out var count, out decimals);
        digits = negative ? -(int)number : (int)number;
        // The sign of zero counts too.
        return count is > 0 and <= IntegerDigits
            && !(negative && number == 0)
            && !(length < text.Length && (text[length] | 0x20) == 'e');
    }

    /// <summary>Reads an integer that fills the whole text; 17.0 and 1e3 are integers too.</summary>
    public static bool TryParseInteger(ReadOnlySpan<byte> text, out long value)
    {
        if (Utf8Parser.TryParse(text, out value, out int used) && used == text.Length)
            return true;
        value = 0;
        if (!TryParse(text, out var number, out var length) || length != text.Length)
            return false;
        // Above 2^53 a double no longer tells which integer was meant.
        if (number != Math.Floor(number) || Math.Abs(number) > 1L << 53)
            return false;
        value = (long)number;
        return true;
    }

    /// <summary>Sign, digits and point, without judging them; the digits overflow where there are many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Scan(ReadOnlySpan<byte> text, out bool negative, out ulong digits, out int count, out int decimals)
    {
        var at = 0;
        negative = false;
        if (at < text.Length && text[at] == '-')
        {
            negative = true;
            at++;
        }

        digits = 0;
        var start = at;
        while (at < text.Length && IsDigit(text[at], out var digit))
        {
            digits = digits * 10 + digit;
            at++;
        }
        count = at - start;
        decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            var point = ++at;
            while (at < text.Length && IsDigit(text[at], out var digit))
            {
                digits = digits * 10 + digit;
                at++;
            }
            decimals = at - point;
            count += decimals;
        }

        return at;
    }

    static bool TryParseSlowly(ReadOnlySpan<byte> text, out double value, out int length)
    {
        // A leading + is no JSON, but what it means is clear.
        var sign = text is [(byte)'+', ..] ? 1 : 0;
        var rest = text[sign..];
        // The library also takes the words NaN and Infinity, which are not numbers here.
        var first = rest is [(byte)'-', ..] ? rest[1..] : rest;
        if (first is [>= (byte)'A', ..] || !Utf8Parser.TryParse(rest, out value, out length))
        {
            (value, length) = (0, 0);
            return false;
        }
        length += sign;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsDigit(byte b, out uint digit)
    {
        digit = (uint)(b - '0');
        return digit <= 9;
    }
}
