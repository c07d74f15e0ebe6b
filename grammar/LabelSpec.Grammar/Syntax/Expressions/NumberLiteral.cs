namespace LabelSpec.Grammar.Syntax;

/// <summary><c>12</c>, <c>-0.5</c>, <c>64px2</c>, <c>50%</c>.</summary>
public sealed class NumberLiteral(Place place, double value, Unit unit) : Expression(place)
{
    /// <summary>In the unit as written, but a percentage as a ratio: 50% is 0.5.</summary>
    public double Value { get; } = value;

    public Unit Unit { get; } = unit;
}
