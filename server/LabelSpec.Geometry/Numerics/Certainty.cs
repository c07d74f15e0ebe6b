namespace LabelSpec.Geometry;

/// <summary>Signs that rounding cannot have changed.</summary>
static class Certainty
{
    // Shewchuk's bound for the determinant of rounded differences is (3 + 16 ε) ε with ε = 2⁻⁵³ ("Adaptive precision floating-point
    // arithmetic and fast robust geometric predicates", 1997).
    const double Error = 3.4e-16;

    // Products that small have lost digits.
    const double Underflow = 1e-290;

    /// <summary>1 or -1 for a point that surely lies on one or the other side of a line; 0 where doubles cannot tell.</summary>
    public static int SideOf(double x1, double y1, double x2, double y2, double x, double y) =>
        SignOf((x2 - x1) * (y - y1), (x - x1) * (y2 - y1));

    /// <summary>The sign of the difference of two products of rounded differences; 0 where doubles cannot tell.</summary>
    public static int SignOf(double product, double other)
    {
        var difference = product - other;
        var error = Error * (Math.Abs(product) + Math.Abs(other)) + Underflow;
        return difference > error ? 1
            : difference < -error ? -1
            : 0;
    }
}
