using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Xml;

/// <summary>What the bytes of a text or an attribute value mean, and how a text is written as such bytes.</summary>
static class XmlText
{
    /// <summary>The longest reference that is taken for one: <c>&amp;#x10FFFF;</c>.</summary>
    const int LongestReference = 10;

    /// <summary>The text with references replaced, CDATA sections opened and comments and tags left out.</summary>
    /// <param name="raw">As it stands in the file.</param>
    /// <param name="pool">Where texts that are met again are; null for one that is probably met once, such as the name of a file.</param>
    public static string Decode(ReadOnlySpan<byte> raw, TextPool? pool)
    {
        if (raw.IndexOfAny((byte)'&', (byte)'<') < 0)
            return Text(raw, pool);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var length = Unescape(raw, buffer);
        var text = Text(buffer.AsSpan(0, length), pool);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    static string Text(ReadOnlySpan<byte> utf8, TextPool? pool) =>
        pool is null ? Encoding.UTF8.GetString(utf8) : pool.Get(utf8);

    /// <summary>
    /// A number with a decimal point; <c>nan</c> and <c>inf</c> in any spelling are numbers too, since files hold them.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out double number)
    {
        raw = Trim(raw);
        if (raw is [(byte)'+', (byte)'-', ..])
        {
            number = 0;
            return false;
        }

        if (JsonNumber.TryParse(raw, out number, out var used) && used == raw.Length)
            return true;
        return TryParseNonFinite(raw, out number);
    }

    /// <summary>A whole number, also where it is written with zero decimals (<c>640.0</c>).</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out long number)
    {
        raw = Trim(raw);
        if (Utf8Parser.TryParse(raw, out number, out var used) && used == raw.Length)
            return true;
        var isWhole = TryParse(raw, out double real) && real == Math.Floor(real) && Math.Abs(real) < 1L << 53;
        number = isWhole ? (long)real : 0;
        return isWhole;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> raw) =>
        raw is [> (byte)' ', .., > (byte)' '] or [> (byte)' '] ? raw : raw.Trim(" \t\r\n"u8);

    /// <summary>A text as attribute value or content.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0 && text.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&apos;"),
                '\t' or '\n' or '\r' => escaped.Append($"&#{(int)c};"),
                // XML 1.0 cannot express the other control characters at all.
                < ' ' => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    static bool TryParseNonFinite(ReadOnlySpan<byte> raw, out double number)
    {
        var isNegative = raw is [(byte)'-', ..];
        var word = isNegative ? raw[1..] : raw;
        if (Ascii.EqualsIgnoreCase(word, "nan"u8))
            number = double.NaN;
        else if (Ascii.EqualsIgnoreCase(word, "inf"u8) || Ascii.EqualsIgnoreCase(word, "infinity"u8))
            number = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        else
        {
            number = 0;
            return false;
        }

        return true;
    }

    static int Unescape(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOfAny((byte)'&', (byte)'<');
            if (plain < 0)
                plain = raw.Length;
            raw[..plain].CopyTo(target[length..]);
            length += plain;
            raw = raw[plain..];
            if (raw.IsEmpty)
                break;
            raw = raw[0] == '&' ? raw[Reference(raw, target, ref length)..] : raw[Markup(raw, target, ref length)..];
        }

        return length;
    }

    /// <returns>The bytes that the reference takes; one, copied, when it is none.</returns>
    static int Reference(ReadOnlySpan<byte> raw, Span<byte> target, ref int length)
    {
        var end = raw[..Math.Min(raw.Length, LongestReference)].IndexOf((byte)';');
        if (end > 1 && TryRune(raw[1..end], out var rune))
        {
            length += rune.EncodeToUtf8(target[length..]);
            return end + 1;
        }

        target[length++] = raw[0];
        return 1;
    }

    static bool TryRune(ReadOnlySpan<byte> name, out Rune rune)
    {
        rune = default;
        if (name is [(byte)'#', (byte)'x' or (byte)'X', .. var hexadecimal])
            return Utf8Parser.TryParse(hexadecimal, out int hex, out var used, 'x')
                && used == hexadecimal.Length
                && Rune.TryCreate(hex, out rune);
        if (name is [(byte)'#', .. var digits])
            return Utf8Parser.TryParse(digits, out int code, out var used)
                && used == digits.Length
                && Rune.TryCreate(code, out rune);
        var predefined = Predefined(name);
        rune = new(predefined);
        return predefined != '\0';
    }

    static char Predefined(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("amp"u8) ? '&'
        : name.SequenceEqual("lt"u8) ? '<'
        : name.SequenceEqual("gt"u8) ? '>'
        : name.SequenceEqual("quot"u8) ? '"'
        : name.SequenceEqual("apos"u8) ? '\''
        : '\0';

    /// <returns>The bytes that the section, comment or tag takes.</returns>
    static int Markup(ReadOnlySpan<byte> raw, Span<byte> target, ref int length)
    {
        if (raw.StartsWith("<![CDATA["u8))
        {
            var content = raw[9..];
            var end = content.IndexOf("]]>"u8);
            content = end < 0 ? content : content[..end];
            content.CopyTo(target[length..]);
            length += content.Length;
            return Math.Min(raw.Length, 9 + content.Length + 3);
        }

        var closing = raw.StartsWith("<!--"u8) ? "-->"u8 : ">"u8;
        var close = raw.IndexOf(closing);
        return close < 0 ? raw.Length : close + closing.Length;
    }
}
