using System.Globalization;
using System.Text;

namespace LabelSpec.Reports;

/// <summary>
/// Texts out of annotation files are foreign: an escape sequence in a class name must not reach a terminal, nor a
/// control character an XML file.
/// </summary>
public static class Printable
{
    /// <summary>Writes control characters, separators of lines and lone surrogates as <c>\uXXXX</c>.</summary>
    public static string Of(string text)
    {
        var first = FirstUnprintable(text, 0);
        if (first < 0)
            return text;

        var result = new StringBuilder(text.Length + 16);
        var copied = 0;
        for (var at = first; at >= 0; at = FirstUnprintable(text, at + 1))
        {
            result.Append(text, copied, at - copied);
            result.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:X4}");
            copied = at + 1;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    static int FirstUnprintable(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (IsUnprintable(character))
                return at;
        }

        return -1;
    }

    // Besides controls: bidirectional overrides, which can make a message read as something else.
    static bool IsUnprintable(char character) =>
        char.IsControl(character)
        || char.IsSurrogate(character)
        || character is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
