using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Analysis;

/// <summary>Finds whether a condition can be true and whether it can be false.</summary>
internal static class TruthEvaluator
{
    public static Truth TruthOf(BoundExpression condition, Facts facts) =>
        condition switch
        {
            BoundBool literal => literal.Value ? Truth.CanBeTrue : Truth.CanBeFalse,
            BoundLetCall call => TruthOf(call.Body, facts),
            BoundNot not => Negate(TruthOf(not.Operand, facts)),
            BoundLogic logic => Logic(logic, facts),
            BoundComparison comparison => Comparison(comparison, facts),
            BoundInRange inRange => InRange(inRange, facts),
            BoundInList list => InList(list, facts),
            BoundInSet { Element: var element, Set.Type: SetType { Element: EnumType type } }
                when ValueSets.LiteralOf(element) is { } literal && !type.Has(literal) => Truth.CanBeFalse,
            BoundClassTest test => ClassTest(test, facts),
            BoundPresence presence => Presence(presence),
            BoundConditional conditional => Conditional(conditional, facts),
            BoundQuantifier quantifier => Quantifier(quantifier, facts),
            _ => facts.TruthOf(condition) switch
            {
                true => Truth.CanBeTrue,
                false => Truth.CanBeFalse,
                null => Truth.Either,
            },
        };

    public static Truth Negate(Truth truth) =>
        (truth.HasFlag(Truth.CanBeTrue) ? Truth.CanBeFalse : Truth.Neither)
        | (truth.HasFlag(Truth.CanBeFalse) ? Truth.CanBeTrue : Truth.Neither);

    /// <summary>The right side is asked where the left one does not decide, so that <c>x &gt; 5 and x &lt; 3</c> is seen through.</summary>
    private static Truth Logic(BoundLogic logic, Facts facts)
    {
        switch (logic.Operator)
        {
            case LogicOperator.And:
                return And(TruthOf(logic.Left, facts), TruthOf(logic.Right, facts.Assume(logic.Left, true)));
            case LogicOperator.Or:
                return Negate(
                    And(
                        Negate(TruthOf(logic.Left, facts)),
                        Negate(TruthOf(logic.Right, facts.Assume(logic.Left, false)))
                    )
                );
            case LogicOperator.Implies:
                return Negate(
                    And(TruthOf(logic.Left, facts), Negate(TruthOf(logic.Right, facts.Assume(logic.Left, true))))
                );
            default:
                var (left, right) = (TruthOf(logic.Left, facts), TruthOf(logic.Right, facts));
                return left is Truth.CanBeTrue or Truth.CanBeFalse && right is Truth.CanBeTrue or Truth.CanBeFalse
                    ? (left == right ? Truth.CanBeTrue : Truth.CanBeFalse)
                    : Truth.Either;
        }
    }

    private static Truth And(Truth left, Truth right) =>
        (left & right & Truth.CanBeTrue)
        | ((left | (left.HasFlag(Truth.CanBeTrue) ? right : Truth.Neither)) & Truth.CanBeFalse);

    private static Truth Comparison(BoundComparison comparison, Facts facts)
    {
        var result = Truth.CanBeTrue;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            result = And(
                result,
                Link(comparison.Operands[i], comparison.Operators[i], comparison.Operands[i + 1], facts)
            );
        }
        return result;
    }

    private static Truth Link(BoundExpression left, ComparisonOperator kind, BoundExpression right, Facts facts)
    {
        if (left.GetType() == right.GetType() && StructuralKey.Of(left) is { } key && key == StructuralKey.Of(right))
        {
            return
                kind is ComparisonOperator.Equal or ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual
                ? Truth.CanBeTrue
                : Truth.CanBeFalse;
        }
        if (left.Type is NumberType && right.Type is NumberType)
        {
            return Comparisons.Compare(RangeEvaluator.RangeOf(left, facts), kind, RangeEvaluator.RangeOf(right, facts));
        }
        if (
            kind is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            || ValueSets.Of(left, facts) is not { } first
            || ValueSets.Of(right, facts) is not { } second
        )
        {
            return Truth.Either;
        }
        if (first.IsEmpty || second.IsEmpty)
        {
            return Truth.Neither;
        }
        var equal =
            !first.Any(second.Contains) ? Truth.CanBeFalse
            : first.Length == 1 && second.Length == 1 ? Truth.CanBeTrue
            : Truth.Either;
        return kind == ComparisonOperator.Equal ? equal : Negate(equal);
    }

    private static Truth InRange(BoundInRange inRange, Facts facts)
    {
        var value = RangeEvaluator.RangeOf(inRange.Operand, facts);
        var result = Truth.CanBeTrue;
        if (inRange.Lower is not null)
        {
            result = And(
                result,
                Comparisons.Compare(
                    value,
                    ComparisonOperator.GreaterOrEqual,
                    RangeEvaluator.RangeOf(inRange.Lower, facts)
                )
            );
        }
        if (inRange.Upper is not null)
        {
            result = And(
                result,
                Comparisons.Compare(value, ComparisonOperator.LessOrEqual, RangeEvaluator.RangeOf(inRange.Upper, facts))
            );
        }
        return result;
    }

    private static Truth InList(BoundInList list, Facts facts)
    {
        var result = Truth.CanBeFalse;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            result = Negate(And(Negate(result), Negate(Link(list.Operand, ComparisonOperator.Equal, item, facts))));
            if (ValueSets.LiteralOf(item) is { } literal)
            {
                covered.Add(literal);
            }
        }
        return ValueSets.Of(list.Operand, facts) is { IsEmpty: false } values && values.All(covered.Contains)
            ? Truth.CanBeTrue
            : result;
    }

    private static Truth ClassTest(BoundClassTest test, Facts facts)
    {
        if (test.Target.Type is not AnnotationType { Classes: var classes })
        {
            return Truth.Either;
        }
        var key = StructuralKey.Of(test.Target);
        var result = Truth.Neither;
        foreach (var symbol in classes)
        {
            if (facts.AllowsClass(key, symbol))
            {
                result |= test.Classes.Contains(symbol) ? Truth.CanBeTrue : Truth.CanBeFalse;
            }
        }
        return result;
    }

    /// <summary>An attribute that always has a default is never missing.</summary>
    private static Truth Presence(BoundPresence presence)
    {
        if (
            presence.IgnoresDefault
            || presence.Operand is not BoundAttribute { Attributes: var attributes, Target.Type: var owner }
        )
        {
            return Truth.Either;
        }
        foreach (var attribute in attributes)
        {
            if (attribute.Default is null)
            {
                return Truth.Either;
            }
        }
        if (owner is AnnotationType { Classes: var classes })
        {
            foreach (var symbol in classes)
            {
                if (symbol.FindAttribute(attributes[0].Name) is null)
                {
                    return Truth.Either;
                }
            }
        }
        return presence.IsMissing ? Truth.CanBeFalse : Truth.CanBeTrue;
    }

    private static Truth Conditional(BoundConditional conditional, Facts facts) =>
        TruthOf(conditional.Condition, facts) switch
        {
            Truth.CanBeTrue => TruthOf(conditional.WhenTrue, facts.Assume(conditional.Condition, true)),
            Truth.CanBeFalse => TruthOf(conditional.WhenFalse, facts.Assume(conditional.Condition, false)),
            _ => TruthOf(conditional.WhenTrue, facts.Assume(conditional.Condition, true))
                | TruthOf(conditional.WhenFalse, facts.Assume(conditional.Condition, false)),
        };

    private static Truth Quantifier(BoundQuantifier quantifier, Facts facts)
    {
        var canMatch =
            !(quantifier.Variable.Type is AnnotationType { Classes: ClassSet { IsEmpty: true } })
            && (quantifier.Where is null || TruthOf(quantifier.Where, facts).HasFlag(Truth.CanBeTrue));
        switch (quantifier.Kind)
        {
            case QuantifierKind.Exists:
                return canMatch ? Truth.Either : Truth.CanBeFalse;
            case QuantifierKind.No:
                return canMatch ? Truth.Either : Truth.CanBeTrue;
            default:
                var inner = quantifier.Where is null ? facts : facts.Assume(quantifier.Where, true);
                return canMatch && TruthOf(quantifier.Satisfies!, inner).HasFlag(Truth.CanBeFalse)
                    ? Truth.Either
                    : Truth.CanBeTrue;
        }
    }
}
