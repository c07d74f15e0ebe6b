namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// An agreement coefficient, or the reason why there is none. A coefficient that chance makes 0 / 0 is undefined; it is
/// never replaced by a 0 or 1 that nobody measured.
/// </summary>
/// <param name="Value">NaN where undefined.</param>
/// <param name="Observed">Observed agreement, or 1 minus observed disagreement, where the coefficient has one.</param>
/// <param name="Expected">The same by chance.</param>
/// <param name="Items">Items that took part.</param>
/// <param name="Undefined">Why there is no value; null where there is one.</param>
public sealed record Coefficient(double Value, double Observed, double Expected, int Items, string? Undefined = null)
{
    public bool IsDefined => Undefined is null;

    public static Coefficient Without(string reason, int items = 0, double observed = double.NaN) =>
        new(double.NaN, observed, double.NaN, items, reason);

    /// <summary>(observed − expected) / (1 − expected).</summary>
    internal static Coefficient OfChance(double observed, double expected, int items) =>
        items == 0 ? Without(NoPairs)
        : 1 - expected <= 1e-12 ? Without(OneValue, items, observed)
        : new((observed - expected) / (1 - expected), observed, expected, items);

    internal const string NoPairs = "degenerate: no item was judged twice";
    internal const string OneValue = "degenerate: all answers are the same value, so that chance explains them all";
}
