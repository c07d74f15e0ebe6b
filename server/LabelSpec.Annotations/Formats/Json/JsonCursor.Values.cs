using System.Buffers;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

public ref partial struct JsonCursor
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    /// <summary>A quoted text without its quotes, escapes left in.</summary>
    public bool ReadRawText(out ReadOnlySpan<byte> raw, out bool hasEscapes)
    {
        raw = default;
        hasEscapes = false;
        SkipSpace();
        if (at >= text.Length)
            return Fail();
        var quote = text[at];
        if (quote != '"')
        {
            if (quote != '\'')
                return Fail();
            Report(
                JsonProblems.SingleQuotes,
                Span(at, 1),
                "Texts stand in single quotes, as Python prints them; write the file with a JSON library."
            );
        }
        var start = at + 1;
        var from = start;
        while (true)
        {
            var length = text[from..].IndexOfAny(quote, (byte)'\\');
            if (length < 0 || (text[from + length] == '\\' && from + length + 1 >= text.Length))
            {
                Fault = JsonFault.Truncated;
                return false;
            }
            if (text[from + length] == quote)
            {
                raw = text[start..(from + length)];
                at = from + length + 1;
                return true;
            }
            hasEscapes = true;
            from += length + 2;
        }
    }

    /// <summary>A number, or one of the literals NaN, Infinity and -Infinity, which JSON does not have.</summary>
    public bool ReadNumber(out double value)
    {
        SkipSpace();
        var rest = text[at..];
        if (JsonNumber.TryParse(rest, out value, out var length))
        {
            at += length;
            return true;
        }
        if (TryLiteral(rest, out value, out length))
        {
            ReportLiteral(at, length);
            at += length;
            return true;
        }
        return Fail();
    }

    /// <summary>The text of a number exactly as it stands, for ids.</summary>
    public bool ReadRawNumber(out ReadOnlySpan<byte> raw)
    {
        SkipSpace();
        var length = text[at..].IndexOfAnyExcept(NumberBytes);
        raw = length < 0 ? text[at..] : text.Slice(at, length);
        if (raw.IsEmpty)
            return Fail();
        at += raw.Length;
        return true;
    }

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>, also as Python spells them.</summary>
    public bool ReadWord(out JsonKind kind)
    {
        kind = Peek();
        var rest = text[at..];
        var length =
            rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? 4
            : rest.StartsWith("false"u8) ? 5
            : 0;
        if (length == 0)
        {
            length = PythonWord(rest);
            if (length > 0)
                ReportLiteral(at, length);
        }
        if (length == 0)
        {
            // A file that ends within a word is cut off, not misspelt.
            Fault = IsStartOfWord(rest) ? JsonFault.Truncated : JsonFault.Syntax;
            return false;
        }
        at += length;
        return true;
    }

    static int PythonWord(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("True"u8) || rest.StartsWith("None"u8) ? 4
        : rest.StartsWith("False"u8) ? 5
        : 0;

    static bool IsStartOfWord(ReadOnlySpan<byte> rest) =>
        "true"u8.StartsWith(rest) || "false"u8.StartsWith(rest) || "null"u8.StartsWith(rest);

    static bool TryLiteral(ReadOnlySpan<byte> rest, out double value, out int length)
    {
        var sign = rest is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var word = rest[sign..];
        (value, length) =
            word.StartsWith("NaN"u8) || word.StartsWith("nan"u8) ? (double.NaN, 3)
            : word.StartsWith("Infinity"u8) ? (double.PositiveInfinity, 8)
            : word.StartsWith("inf"u8) ? (double.PositiveInfinity, 3)
            : (0, 0);
        if (length == 0)
            return false;
        if (rest[0] == '-')
            value = -value;
        length += sign;
        return true;
    }

    readonly void ReportLiteral(int start, int length)
    {
        if (problems is null)
            return;
        var literal = System.Text.Encoding.UTF8.GetString(text.Slice(start, length));
        Report(
            JsonProblems.NonStandardLiteral,
            Span(start, length),
            $"{literal} is not JSON, and strict readers refuse the whole file; write a number, or leave the value out."
        );
    }
}
