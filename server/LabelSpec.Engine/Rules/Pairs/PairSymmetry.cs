using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>Whether exchanging two variables leaves a condition as it is. A false "no" only costs time.</summary>
sealed class PairSymmetry(VariableSymbol first, VariableSymbol second)
{
    public bool Holds(RuleSymbol rule) =>
        (rule.Where is null || Same(rule.Where, rule.Where))
        && rule.Exceptions.All(exception => Same(exception.Condition, exception.Condition))
        && rule.Assertions.All(assertion => Same(assertion.Condition, assertion.Condition));

    // Whether x is y with the variables exchanged.
    bool Same(BoundExpression? x, BoundExpression? y)
    {
        switch (x, y)
        {
            case (null, null):
                return true;
            case (BoundLetCall a, _):
                return Same(a.Body, y);
            case (_, BoundLetCall b):
                return Same(x, b.Body);
            case (BoundVariable a, BoundVariable b):
                return Exchange(a.Variable) == b.Variable;
            case (BoundCall a, BoundCall b):
                return a.Function == b.Function
                        && (
                            SameInOrder(a.Arguments, b.Arguments)
                            || IsSymmetric(a) && SameReversed(a.Arguments, b.Arguments)
                        )
                    || a.Function == BuiltInFunction.Abs && b.Function == a.Function && Opposite(a, b);
            case (BoundLogic a, BoundLogic b):
                return a.Operator == b.Operator
                    && (
                        Same(a.Left, b.Left) && Same(a.Right, b.Right)
                        || a.Operator != LogicOperator.Implies && Same(a.Left, b.Right) && Same(a.Right, b.Left)
                    );
            case (BoundComparison a, BoundComparison b):
                return a.Operators.AsSpan().SequenceEqual(b.Operators.AsSpan())
                    && (SameInOrder(a.Operands, b.Operands) || IsEquality(a) && SameReversed(a.Operands, b.Operands));
            case (BoundArithmetic a, BoundArithmetic b):
                return a.Operator == b.Operator
                    && (
                        Same(a.Left, b.Left) && Same(a.Right, b.Right)
                        || a.Operator is ArithmeticOperator.Add or ArithmeticOperator.Multiply
                            && Same(a.Left, b.Right)
                            && Same(a.Right, b.Left)
                    );
            case (BoundQuantifier or BoundAggregate, _):
                return false;
            default:
                return SameKind(x!, y!);
        }
    }

    bool SameKind(BoundExpression x, BoundExpression y)
    {
        var parts = Compilation.BoundParts.Of(x).ToArray();
        if (x.GetType() != y.GetType())
            return false;
        // Without parts that could differ, the two must be the same piece of the rule.
        if (parts.Length == 0 && x is not BoundVariable)
            return x == y;
        return Label(x) == Label(y) && SameInOrder(parts, Compilation.BoundParts.Of(y).ToArray());
    }

    // What an expression says apart from its parts.
    static string Label(BoundExpression expression) =>
        expression switch
        {
            BoundAnnotationMember member => member.Member.ToString(),
            BoundAttribute attribute => attribute.Name,
            BoundKeypoint keypoint => keypoint.Name,
            BoundPointMember member => member.Member.ToString(),
            BoundImageMember member => member.Member.ToString(),
            BoundClassTest test => string.Join('|', test.Classes.Classes.Select(symbol => symbol.Index)),
            BoundMatches matches => matches.Pattern,
            BoundPresence presence => $"{presence.IsMissing} {presence.IgnoresDefault}",
            BoundInRange range => $"{range.Lower is null} {range.Upper is null}",
            _ => "",
        };

    bool SameInOrder(IReadOnlyList<BoundExpression> x, IReadOnlyList<BoundExpression> y)
    {
        if (x.Count != y.Count)
            return false;
        for (var i = 0; i < x.Count; i++)
            if (!Same(x[i], y[i]))
                return false;
        return true;
    }

    bool SameReversed(IReadOnlyList<BoundExpression> x, IReadOnlyList<BoundExpression> y) =>
        x.Count == 2 && y.Count == 2 && Same(x[0], y[1]) && Same(x[1], y[0]);

    // abs(x - y) is abs(y - x).
    bool Opposite(BoundCall x, BoundCall y) =>
        x.Arguments[0] is BoundArithmetic { Operator: ArithmeticOperator.Subtract } a
        && y.Arguments[0] is BoundArithmetic { Operator: ArithmeticOperator.Subtract } b
        && Same(a.Left, b.Right)
        && Same(a.Right, b.Left);

    static bool IsSymmetric(BoundCall call) =>
        call.Function
            is BuiltInFunction.Iou
                or BuiltInFunction.Distance
                or BuiltInFunction.Iou3d
                or BuiltInFunction.IouBev
                or BuiltInFunction.AngleBetween
                or BuiltInFunction.Min
                or BuiltInFunction.Max;

    static bool IsEquality(BoundComparison comparison) =>
        comparison.Operators is [ComparisonOperator.Equal or ComparisonOperator.NotEqual];

    VariableSymbol Exchange(VariableSymbol variable) =>
        variable == first ? second
        : variable == second ? first
        : variable;
}
