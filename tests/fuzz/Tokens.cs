namespace LabelSpec.Fuzz.Tests;

/// <summary>
/// The pieces of a text that most formats are made of: numbers, quoted strings, words, single marks, and blanks. Binary data
/// is cut somewhere, too. Together they are the text again.
/// </summary>
static class Tokens
{
    public static List<byte[]> Of(ReadOnlySpan<byte> text)
    {
        var tokens = new List<byte[]>();
        while (!text.IsEmpty)
        {
            var length = LengthOfFirst(text);
            tokens.Add(text[..length].ToArray());
            text = text[length..];
        }

        return tokens;
    }

    public static byte[] Join(List<byte[]> tokens)
    {
        var text = new byte[tokens.Sum(token => token.Length)];
        var at = 0;
        foreach (var token in tokens)
        {
            token.CopyTo(text, at);
            at += token.Length;
        }

        return text;
    }

    public static bool IsNumber(byte[] token) => char.IsAsciiDigit((char)token[^1]) && !IsQuoted(token);

    public static bool IsQuoted(byte[] token) => token[0] == '"' && token.Length > 1;

    /// <summary>The token after the partner of an opening one; the next token where it has none.</summary>
    public static int EndOf(List<byte[]> tokens, int first)
    {
        var depth = 0;
        for (var at = first; at < tokens.Count; at++)
        {
            depth += tokens[at] switch
            {
                [(byte)'{' or (byte)'[' or (byte)'('] => 1,
                [(byte)'}' or (byte)']' or (byte)')'] => -1,
                _ => 0,
            };
            if (depth <= 0)
                return at + 1;
        }

        return first + 1;
    }

    static int LengthOfFirst(ReadOnlySpan<byte> text)
    {
        var first = (char)text[0];
        if (first == '"')
        {
            var end = text[1..].IndexOfAny((byte)'"', (byte)'\n');
            return end < 0 || text[end + 1] == '\n' ? 1 : end + 2;
        }

        if (char.IsAsciiDigit(first) || (first is '-' or '.' && text.Length > 1 && char.IsAsciiDigit((char)text[1])))
            return Run(text, c => char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '-' or '+');
        if (char.IsAsciiLetter(first) || first == '_')
            return Run(text, c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (char.IsWhiteSpace(first))
            return Run(text, char.IsWhiteSpace);
        return 1;
    }

    static int Run(ReadOnlySpan<byte> text, Func<char, bool> belongs)
    {
        var length = 1;
        while (length < text.Length && belongs((char)text[length]))
            length++;
        return length;
    }
}
