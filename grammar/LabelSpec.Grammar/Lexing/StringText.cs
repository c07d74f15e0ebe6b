using System.Text;

namespace LabelSpec.Grammar.Lexing;

/// <summary>The value of a string as written.</summary>
static class StringText
{
    const string BlockQuotes = "\"\"\"";

    /// <summary>Without quotes and escapes; of a block string without the common indentation.</summary>
    public static string Unescape(ReadOnlySpan<char> token, TokenKind kind)
    {
        var content = Content(token, kind);
        return kind == TokenKind.BlockString ? Unescape(RemoveIndentation(content.ToString())) : Unescape(content);
    }

    /// <summary>What stands between the quotes; of an unclosed string, everything behind the first quote.</summary>
    public static ReadOnlySpan<char> Content(ReadOnlySpan<char> token, TokenKind kind)
    {
        var quotes = kind == TokenKind.BlockString ? 3 : 1;
        return IsClosed(token, kind) ? token[quotes..^quotes] : token[Math.Min(quotes, token.Length)..];
    }

    public static bool IsClosed(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (kind == TokenKind.BlockString)
            return token.Length >= 6 && token.EndsWith(BlockQuotes) && !EndsInEscape(token, 3);
        return token.Length >= 2 && token[^1] == '"' && !EndsInEscape(token, 1);
    }

    /// <summary>The length of the escape that begins at a backslash, or 0 where it is not a known one.</summary>
    public static int EscapeLength(ReadOnlySpan<char> text) =>
        text.Length < 2 ? 0
        : text[1] is '"' or '\\' or 'n' or 't' or 'r' or '{' or '}' ? 2
        : text[1] == 'u' && text.Length >= 6 && IsHex(text.Slice(2, 4)) ? 6
        : 0;

    public static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
            return text.ToString();
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var length = text[i] == '\\' ? EscapeLength(text[i..]) : 0;
            result.Append(length == 0 ? text[i] : Meaning(text.Slice(i, length)));
            i += Math.Max(length, 1);
        }

        return result.ToString();
    }

    /// <summary>The other way round, for a string on one line.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
            result.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    '\r' => "\\r",
                    '{' => "\\{",
                    '}' => "\\}",
                    < ' ' => $"\\u{(int)letter:x4}",
                    _ => letter.ToString(),
                }
            );
        return result.ToString();
    }

    static char Meaning(ReadOnlySpan<char> escape) =>
        escape[1] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'u' => (char)Convert.ToInt32(escape[2..].ToString(), 16),
            var same => same,
        };

    static bool EndsInEscape(ReadOnlySpan<char> token, int quotes)
    {
        var backslashes = 0;
        for (var i = token.Length - quotes - 1; i >= quotes && token[i] == '\\'; i--)
            backslashes++;
        return backslashes % 2 == 1;
    }

    static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c))
                return false;
        return true;
    }

    /// <summary>
    /// Drops the line break behind the opening quotes, the last line if it is blank, and the blanks that all lines have in
    /// common. Line breaks become LF.
    /// </summary>
    static string RemoveIndentation(string content)
    {
        var lines = content.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        if (lines.Length == 1)
            return content;
        var first = string.IsNullOrWhiteSpace(lines[0]) ? 1 : 0;
        var end = string.IsNullOrWhiteSpace(lines[^1]) ? lines.Length - 1 : lines.Length;
        var common = lines[Math.Max(first, 1)..]
            .Where((line, i) => !string.IsNullOrWhiteSpace(line) || first + i == lines.Length - 1)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines[first..end].Select((line, i) => first + i == 0 ? line : Unindent(line, common)));
    }

    static string Unindent(string line, int width) => line.Length >= width ? line[width..] : line.TrimStart();
}
