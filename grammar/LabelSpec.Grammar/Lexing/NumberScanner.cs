namespace LabelSpec.Grammar.Lexing;

/// <summary>
/// Finds where a number ends: <c>12</c>, <c>0.5</c>, <c>1e3</c>, with an attached unit (<c>64px2</c>, <c>50%</c>). Two
/// dots are a range, and an <c>x</c> before a digit stands between two lengths: <c>16x16</c> is three tokens.
/// </summary>
static class NumberScanner
{
    public static int EndOf(string text, int start)
    {
        var unit = EndOfDigits(text, start);
        if (unit < text.Length && text[unit] == '%')
            return unit + 1;
        var end = unit;
        while (end < text.Length && Lexer.IsWordPart(text[end]) && !IsTimes(text, unit, end))
            end++;
        return end;
    }

    /// <summary>The end of the number itself, without its unit.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        var end = SkipDigits(text, start);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = SkipDigits(text, end + 1);
        if (end >= text.Length || text[end] is not ('e' or 'E'))
            return end;
        var exponent = end + 1;
        if (exponent < text.Length && text[exponent] is ('+' or '-'))
            exponent++;
        return exponent < text.Length && char.IsAsciiDigit(text[exponent]) ? SkipDigits(text, exponent) : end;
    }

    static int SkipDigits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
            from++;
        return from;
    }

    /// <summary>An <c>x</c> between a length and a digit; that of <c>64px2</c> does not stand behind a complete unit.</summary>
    static bool IsTimes(string text, int unit, int at) =>
        text[at] is 'x' or 'X'
        && at + 1 < text.Length
        && char.IsAsciiDigit(text[at + 1])
        && NumberText.FindUnit(text.AsSpan(unit, at - unit)) is not null;
}
