using System.Buffers;
using System.Text;
using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats;

/// <summary>Looks for numbers that are none in the text of several of them, whatever stands between them.</summary>
static class NumberSearch
{
    static readonly SearchValues<byte> WordBytes = SearchValues.Create(
        "0123456789+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8
    );

    /// <summary>Whether a text, in quotes or not, is one finite number.</summary>
    public static bool IsFinite(ReadOnlySpan<byte> text)
    {
        var inside = text.Trim("\"' \t\r\n"u8);
        return JsonNumber.TryParse(inside, out var number, out var length)
            && length == inside.Length
            && double.IsFinite(number);
    }

    /// <summary>The first text in a list of JSON that stands where a number belongs, with its quotes. Nothing where there is none.</summary>
    public static (int Start, int Length) FirstTextInList(ReadOnlySpan<byte> text)
    {
        var isInList = false;
        for (var at = 0; at < text.Length; at++)
            switch (text[at])
            {
                case (byte)'[' or (byte)']':
                    isInList = text[at] == '[';
                    break;
                case (byte)'{' or (byte)'}':
                    isInList = false;
                    break;
                case (byte)'"':
                    var length = text[(at + 1)..].IndexOf((byte)'"');
                    if (length < 0)
                        return default;
                    if (isInList && !IsFinite(text.Slice(at, length + 2)))
                        return (at, length + 2);
                    at += length + 1;
                    break;
            }

        return default;
    }

    /// <summary>
    /// The first word that stands for a number and is not finite: NaN, an infinity, null, a truth value, or more than a number can hold. Nothing where
    /// there is none.
    /// </summary>
    public static (int Start, int Length) FirstNotFinite(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; )
        {
            var skipped = text[at..].IndexOfAny(WordBytes);
            if (skipped < 0)
                break;
            at += skipped;
            var length = text[at..].IndexOfAnyExcept(WordBytes);
            length = length < 0 ? text.Length - at : length;
            if (IsNotFinite(text.Slice(at, length)))
                return (at, length);
            at += length;
        }

        return default;
    }

    static bool IsNotFinite(ReadOnlySpan<byte> word)
    {
        var bare = word.TrimStart("+-"u8);
        if (bare.IsEmpty)
            return false;
        return char.IsAsciiDigit((char)bare[0]) || bare[0] == '.'
            ? !IsFinite(word)
            : Is(bare, "nan"u8)
                || Is(bare, "inf"u8)
                || Is(bare, "infinity"u8)
                || Is(bare, "null"u8)
                || Is(bare, "true"u8)
                || Is(bare, "false"u8);
    }

    static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> lower) => Ascii.EqualsIgnoreCase(word, lower);
}
