using System.Globalization;

namespace LabelSpec.Grammar.Lexing;

/// <summary>The value of a colour as written.</summary>
static class ColorText
{
    /// <summary>0xRRGGBB of <c>#rgb</c> or <c>#rrggbb</c>; null where the text is neither.</summary>
    public static int? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is not (4 or 7))
            return null;
        if (!int.TryParse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return null;
        if (text.Length == 7)
            return value;
        var (red, green, blue) = (value >> 8 & 15, value >> 4 & 15, value & 15);
        return red * 0x110000 + green * 0x1100 + blue * 0x11;
    }
}
