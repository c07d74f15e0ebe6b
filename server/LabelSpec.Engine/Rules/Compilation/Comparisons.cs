using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>Comparisons of numbers; with NaN, which is unknown, they are unknown.</summary>
static class Comparisons
{
    public static Truth Compare(double left, ComparisonOperator operation, double right)
    {
        if (double.IsNaN(left) || double.IsNaN(right))
            return Truth.Unknown;
        return Kleene.Of(operation.Holds(left, right));
    }

    /// <summary>The operator that compares the same two values the other way round.</summary>
    public static ComparisonOperator Flip(ComparisonOperator operation) =>
        operation switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
            _ => operation,
        };

    // A comparison that is neither true nor false has a NaN in it.
    public static TruthOf Of(NumberOf left, ComparisonOperator operation, NumberOf right) =>
        operation switch
        {
            ComparisonOperator.Less => frame => Less(left(frame), right(frame)),
            ComparisonOperator.LessOrEqual => frame => LessOrEqual(left(frame), right(frame)),
            ComparisonOperator.Greater => frame => Less(right(frame), left(frame)),
            ComparisonOperator.GreaterOrEqual => frame => LessOrEqual(right(frame), left(frame)),
            ComparisonOperator.Equal => frame => Equal(left(frame), right(frame)),
            _ => frame => Kleene.Not(Equal(left(frame), right(frame))),
        };

    public static TruthOf Of(NumberOf left, ComparisonOperator operation, double right) =>
        operation switch
        {
            ComparisonOperator.Less => frame => Less(left(frame), right),
            ComparisonOperator.LessOrEqual => frame => LessOrEqual(left(frame), right),
            ComparisonOperator.Greater => frame => Less(right, left(frame)),
            ComparisonOperator.GreaterOrEqual => frame => LessOrEqual(right, left(frame)),
            ComparisonOperator.Equal => frame => Equal(left(frame), right),
            _ => frame => Kleene.Not(Equal(left(frame), right)),
        };

    static Truth Less(double left, double right) =>
        left < right ? Truth.True
        : left >= right ? Truth.False
        : Truth.Unknown;

    static Truth LessOrEqual(double left, double right) =>
        left <= right ? Truth.True
        : left > right ? Truth.False
        : Truth.Unknown;

    static Truth Equal(double left, double right) =>
        left == right ? Truth.True
        : left < right || left > right ? Truth.False
        : Truth.Unknown;
}
