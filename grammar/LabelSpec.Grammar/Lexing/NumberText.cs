using System.Globalization;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Lexing;

/// <summary>The value and unit of a number as written.</summary>
public static class NumberText
{
    static readonly (string Text, Unit Unit)[] Units =
    [
        ("px", Unit.Pixels),
        ("px2", Unit.SquarePixels),
        ("%", Unit.Percent),
        ("deg", Unit.Degrees),
        ("s", Unit.Seconds),
        ("m", Unit.Meters),
        ("m2", Unit.SquareMeters),
        ("m3", Unit.CubicMeters),
    ];

    /// <summary>How the units are written.</summary>
    public static IReadOnlyList<string> UnitNames { get; } = [.. Units.Select(u => u.Text)];

    /// <summary>A percentage is given as a ratio. An unknown unit counts as none.</summary>
    public static (double Value, Unit Unit) Read(ReadOnlySpan<char> text)
    {
        var unitStart = UnitStart(text);
        // A number too large for a double is infinite, which no check accepts.
        _ = double.TryParse(text[..unitStart], NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        var unit = FindUnit(text[unitStart..]) ?? Unit.None;
        return unit == Unit.Percent ? (value / 100, unit) : (value, unit);
    }

    /// <summary>Where the unit begins in the text of a number token.</summary>
    public static int UnitStart(ReadOnlySpan<char> text) => NumberScanner.EndOfDigits(text, 0);

    /// <summary>Null for a word that is no unit; no word at all is <see cref="Unit.None"/>.</summary>
    public static Unit? FindUnit(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return Unit.None;
        foreach (var (name, unit) in Units)
            if (text.SequenceEqual(name))
                return unit;
        return null;
    }
}
