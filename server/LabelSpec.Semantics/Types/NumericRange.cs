using System.Globalization;

namespace LabelSpec.Semantics.Types;

/// <summary>Numbers from <see cref="Lower"/> to <see cref="Upper"/>, both included; an open side is infinite.</summary>
public readonly record struct NumericRange(double Lower, double Upper)
{
    public static readonly NumericRange Everything = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsEmpty => !(Lower <= Upper);

    public bool Contains(double value) => value >= Lower && value <= Upper;

    public bool Contains(NumericRange other) => other.Lower >= Lower && other.Upper <= Upper;

    public NumericRange Intersect(NumericRange other) =>
        new(Math.Max(Lower, other.Lower), Math.Min(Upper, other.Upper));

    /// <summary>The range as a guideline writes it: <c>0..1</c>, <c>8..</c>, <c>..100</c>.</summary>
    public override string ToString() =>
        (double.IsNegativeInfinity(Lower) ? "" : Lower.ToString(CultureInfo.InvariantCulture))
        + ".."
        + (double.IsPositiveInfinity(Upper) ? "" : Upper.ToString(CultureInfo.InvariantCulture));
}
