namespace LabelSpec.Semantics.Expressions;

/// <summary>What the operators mean and how they are written.</summary>
public static class ComparisonOperators
{
    /// <summary>Whether the comparison holds by IEEE 754, where NaN is unequal to everything.</summary>
    public static bool Holds(this ComparisonOperator operation, double left, double right) =>
        operation switch
        {
            ComparisonOperator.Less => left < right,
            ComparisonOperator.LessOrEqual => left <= right,
            ComparisonOperator.Greater => left > right,
            ComparisonOperator.GreaterOrEqual => left >= right,
            ComparisonOperator.Equal => left == right,
            _ => left != right,
        };

    /// <summary>The operator as a guideline writes it.</summary>
    public static string Sign(this ComparisonOperator operation) =>
        operation switch
        {
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            ComparisonOperator.GreaterOrEqual => ">=",
            ComparisonOperator.Equal => "==",
            _ => "!=",
        };
}
