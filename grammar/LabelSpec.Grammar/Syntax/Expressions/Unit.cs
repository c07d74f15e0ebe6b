namespace LabelSpec.Grammar.Syntax;

/// <summary>Units of numbers; <c>None</c> is a plain number or count.</summary>
public enum Unit
{
    None,
    Pixels,
    SquarePixels,
    Percent,
    Degrees,
    Seconds,
    Meters,
    SquareMeters,
    CubicMeters,
}
