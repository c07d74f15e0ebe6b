using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Strings of JSON texts.</summary>
public static class JsonText
{
    /// <summary>Reads a text value; bytes that are no UTF-8 become U+FFFD and are reported.</summary>
    /// <param name="cursor">Stands at the text.</param>
    /// <param name="pool">For texts that repeat; null for those that do not.</param>
    /// <param name="value">The text.</param>
    public static bool Read(ref JsonCursor cursor, TextPool? pool, out string value)
    {
        value = "";
        if (!cursor.ReadRawText(out var raw, out var hasEscapes))
            return false;
        if (!System.Text.Unicode.Utf8.IsValid(raw))
            cursor.Report(
                FileProblems.InvalidUtf8,
                cursor.Span(cursor.Position - raw.Length - 1, raw.Length),
                "This text holds bytes that are no UTF-8; save the file as UTF-8."
            );
        value =
            hasEscapes ? Unescape(raw)
            : pool is null ? Encoding.UTF8.GetString(raw)
            : pool.Get(raw);
        return true;
    }

    /// <summary>Resolves escapes; a broken one loses its backslash.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var builder = new StringBuilder(raw.Length);
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0 || plain + 1 >= raw.Length)
                return builder.Append(Encoding.UTF8.GetString(raw)).ToString();
            builder.Append(Encoding.UTF8.GetString(raw[..plain]));
            raw = raw[(plain + 1)..];
            if (raw[0] == 'u' && TryUnit(raw[1..], out var unit))
            {
                builder.Append(unit);
                raw = raw[5..];
                continue;
            }
            builder.Append(
                (char)raw[0] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    var other and < (char)0x80 => other,
                    _ => '\uFFFD',
                }
            );
            raw = raw[1..];
        }
    }

    /// <summary>A text as a JSON value, with quotes.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                < ' ' => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => builder.Append(c),
            };
        return builder.Append('"').ToString();
    }

    static bool TryUnit(ReadOnlySpan<byte> digits, out char unit)
    {
        var valid =
            digits.Length >= 4
            & ushort.TryParse(
                digits[..Math.Min(4, digits.Length)],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            );
        unit = (char)value;
        return valid;
    }
}
