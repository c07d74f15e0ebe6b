using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Nearby;

/// <summary>
/// What a condition comes to for two annotations far from each other: nothing overlaps, nothing contains
/// the other, and every distance is greater than any that the condition asks about.
/// </summary>
sealed class FarAway(VariableSymbol first, VariableSymbol second)
{
    double distance;
    bool needsArea;

    /// <summary>From here on two annotations are far from each other.</summary>
    public Proximity Proximity => Nearby.Proximity.Within(distance, needsArea);

    public TruthRange Of(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundLetCall call:
                return Of(call.Body);
            case BoundBool constant:
                return TruthRange.Of(Kleene.Of(constant.Value));
            case BoundNot not:
                return Of(not.Operand).Not();
            case BoundLogic logic:
                return Of(logic.Operator, Of(logic.Left), Of(logic.Right));
            case BoundComparison comparison:
                return OfChain(comparison);
            case BoundInRange range:
                return OfSide(range.Operand, ComparisonOperator.GreaterOrEqual, range.Lower)
                    .And(OfSide(range.Operand, ComparisonOperator.LessOrEqual, range.Upper));
            case BoundCall call:
                return OfCall(call);
            default:
                return TruthRange.Open;
        }
    }

    public static TruthRange Of(LogicOperator operation, TruthRange left, TruthRange right) =>
        operation switch
        {
            LogicOperator.And => left.And(right),
            LogicOperator.Or => left.Or(right),
            LogicOperator.Implies => left.Not().Or(right),
            _ => left.Iff(right),
        };

    /// <summary>One comparison of a chain.</summary>
    public TruthRange OfPair(BoundExpression left, ComparisonOperator operation, BoundExpression right)
    {
        if (Constants.TryFold(right, out var limit) && IsMeasure(left, out var measure))
            return Of(measure, operation, limit);
        if (Constants.TryFold(left, out limit) && IsMeasure(right, out measure))
            return Of(measure, Comparisons.Flip(operation), limit);
        return TruthRange.Open;
    }

    public TruthRange OfSide(BoundExpression operand, ComparisonOperator operation, BoundExpression? limit) =>
        limit is null ? TruthRange.Of(Truth.True) : OfPair(operand, operation, limit);

    public TruthRange OfCall(BoundCall call)
    {
        switch (call.Function)
        {
            case BuiltInFunction.Contains when IsPair(call.Arguments[0], call.Arguments[1]):
                needsArea = true;
                return TruthRange.Of(Truth.False);
            case BuiltInFunction.Tight
                when IsPair(call.Arguments[0], call.Arguments[1])
                    && Constants.TryFold(call.Arguments[2], out var tolerance)
                    && tolerance >= 0:
                distance = Math.Max(distance, tolerance);
                return TruthRange.Of(Truth.False);
            default:
                return TruthRange.Open;
        }
    }

    TruthRange OfChain(BoundComparison comparison)
    {
        var range = TruthRange.Of(Truth.True);
        for (var i = 0; i < comparison.Operators.Length; i++)
            range = range.And(OfPair(comparison.Operands[i], comparison.Operators[i], comparison.Operands[i + 1]));
        return range;
    }

    TruthRange Of(Measure measure, ComparisonOperator operation, double limit)
    {
        if (double.IsNaN(limit))
            return TruthRange.Of(Truth.Unknown);
        if (measure == Measure.Share)
        {
            needsArea = true;
            return TruthRange.Of(Comparisons.Compare(0, operation, limit));
        }
        distance = Math.Max(distance, limit);
        return TruthRange.Of(Comparisons.Compare(double.PositiveInfinity, operation, limit));
    }

    bool IsMeasure(BoundExpression expression, out Measure measure)
    {
        measure = Measure.Share;
        if (expression is BoundLetCall let)
            return IsMeasure(let.Body, out measure);
        if (expression is not BoundCall { Arguments.Length: 2 } call || !IsPair(call.Arguments[0], call.Arguments[1]))
            return false;
        measure = call.Function == BuiltInFunction.Distance ? Measure.Distance : Measure.Share;
        return call.Function switch
        {
            BuiltInFunction.Distance => true,
            BuiltInFunction.Iou or BuiltInFunction.Overlap => !IsCenter(call.Arguments[0]),
            _ => false,
        };
    }

    // A centre lies in the box around its annotation, so it is at least as far away.
    bool IsPair(BoundExpression a, BoundExpression b) =>
        VariableOf(a) is { } x && VariableOf(b) is { } y && (x == first && y == second || x == second && y == first);

    static bool IsCenter(BoundExpression expression) => expression is BoundAnnotationMember;

    static VariableSymbol? VariableOf(BoundExpression expression) =>
        expression switch
        {
            BoundVariable variable => variable.Variable,
            BoundAnnotationMember { Member: AnnotationMember.Center, Target: BoundVariable variable } =>
                variable.Variable,
            BoundLetCall call => VariableOf(call.Body),
            _ => null,
        };

    enum Measure
    {
        Share,
        Distance,
    }
}
