using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Analysis;

/// <summary>The algebra of comparison operators over ranges.</summary>
internal static class Comparisons
{
    /// <summary>The operator that holds where the given one does not.</summary>
    public static ComparisonOperator Negate(ComparisonOperator kind) =>
        kind switch
        {
            ComparisonOperator.Equal => ComparisonOperator.NotEqual,
            ComparisonOperator.NotEqual => ComparisonOperator.Equal,
            ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
            ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
            _ => ComparisonOperator.Less,
        };

    /// <summary>The operator with its sides changed.</summary>
    public static ComparisonOperator Mirror(ComparisonOperator kind) =>
        kind switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
            _ => kind,
        };

    /// <summary>The values of the left side for which the comparison can be true, given those of the right side.</summary>
    public static NumericRange Allowed(ComparisonOperator kind, NumericRange right) =>
        kind switch
        {
            ComparisonOperator.Equal => right,
            ComparisonOperator.Less => new(double.NegativeInfinity, Math.BitDecrement(right.Upper)),
            ComparisonOperator.LessOrEqual => new(double.NegativeInfinity, right.Upper),
            ComparisonOperator.Greater => new(Math.BitIncrement(right.Lower), double.PositiveInfinity),
            ComparisonOperator.GreaterOrEqual => new(right.Lower, double.PositiveInfinity),
            _ => NumericRange.Everything,
        };

    public static Truth Compare(NumericRange left, ComparisonOperator kind, NumericRange right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Truth.Neither;
        }
        return (CanHold(left, kind, right) ? Truth.CanBeTrue : Truth.Neither)
            | (CanHold(left, Negate(kind), right) ? Truth.CanBeFalse : Truth.Neither);
    }

    private static bool CanHold(NumericRange left, ComparisonOperator kind, NumericRange right) =>
        kind switch
        {
            ComparisonOperator.Equal => left.Lower <= right.Upper && right.Lower <= left.Upper,
            ComparisonOperator.NotEqual => left.Lower != left.Upper
                || right.Lower != right.Upper
                || left.Lower != right.Lower,
            ComparisonOperator.Less => left.Lower < right.Upper,
            ComparisonOperator.LessOrEqual => left.Lower <= right.Upper,
            ComparisonOperator.Greater => left.Upper > right.Lower,
            _ => left.Upper >= right.Lower,
        };
}
