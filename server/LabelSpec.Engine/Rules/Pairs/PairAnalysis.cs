using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>Takes the conditions of a rule over pairs apart.</summary>
sealed class PairAnalysis(VariableSymbol first, VariableSymbol second, ExpressionCompiler compiler)
{
    readonly FarAway far = new(first, second);
    readonly List<PairLeaf> leaves = [];

    public IReadOnlyList<PairLeaf> Leaves => leaves;

    public Proximity Proximity => far.Proximity;

    public PairCondition Applies(RuleSymbol rule) =>
        rule.Where is null ? new PairCondition.Constant(Truth.True) : Split(rule.Where);

    public PairCondition Excused(RuleSymbol rule)
    {
        PairCondition excused = new PairCondition.Constant(Truth.False);
        foreach (var exception in rule.Exceptions)
            excused = new PairCondition.Joined(excused, LogicOperator.Or, Split(exception.Condition));
        return excused;
    }

    public PairCondition Holds(RuleSymbol rule)
    {
        PairCondition holds = new PairCondition.Constant(Truth.True);
        foreach (var assertion in rule.Assertions)
        {
            var condition = Split(assertion.Condition);
            holds = And(holds, assertion.IsForbidden ? new PairCondition.Not(condition) : condition);
        }
        return holds;
    }

    PairCondition Split(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundLetCall call:
                return Split(call.Body);
            case BoundBool constant:
                return new PairCondition.Constant(Kleene.Of(constant.Value));
            case BoundNot not:
                return new PairCondition.Not(Split(not.Operand));
            case BoundLogic logic:
                return new PairCondition.Joined(Split(logic.Left), logic.Operator, Split(logic.Right));
            case BoundComparison comparison:
                return SplitChain(comparison);
            case BoundInRange { Lower: { } lower, Upper: { } upper } range:
                return And(
                    Compared(range.Operand, ComparisonOperator.GreaterOrEqual, lower),
                    Compared(range.Operand, ComparisonOperator.LessOrEqual, upper)
                );
            case BoundInRange { Lower: { } lower } range:
                return Compared(range.Operand, ComparisonOperator.GreaterOrEqual, lower);
            case BoundInRange { Upper: { } upper } range:
                return Compared(range.Operand, ComparisonOperator.LessOrEqual, upper);
            default:
                var side = SideOf(condition);
                return Add(
                    side,
                    compiler.Truth(condition),
                    side == PairSide.Both && !compiler.IsUnknownInShares(condition)
                        ? far.Of(condition)
                        : TruthRange.Open
                );
        }
    }

    PairCondition SplitChain(BoundComparison comparison)
    {
        PairCondition? chain = null;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            var pair = Compared(comparison.Operands[i], comparison.Operators[i], comparison.Operands[i + 1]);
            chain = chain is null ? pair : And(chain, pair);
        }
        return chain!;
    }

    PairCondition.Leaf Compared(BoundExpression left, ComparisonOperator operation, BoundExpression right)
    {
        var holds = compiler.Compare(left, operation, right);
        var side = SideOf(left, right);
        if (side != PairSide.Both)
            return Add(side, holds, TruthRange.Open);
        if (compiler.IsUnknownInShares(left, right))
            return Add(side, holds, TruthRange.Open);
        return Add(side, holds, far.OfPair(left, operation, right), KeyOf(left, operation, right));
    }

    PairKey? KeyOf(BoundExpression left, ComparisonOperator operation, BoundExpression right)
    {
        if (operation is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual) || left.Type != right.Type)
            return null;
        if (Key(left) is not { } leftKey || Key(right) is not { } rightKey)
            return null;
        return (SideOf(left), SideOf(right)) switch
        {
            (PairSide.First, PairSide.Second) => new PairKey(leftKey, rightKey, operation),
            (PairSide.Second, PairSide.First) => new PairKey(rightKey, leftKey, operation),
            _ => null,
        };
    }

    KeyOf? Key(BoundExpression value)
    {
        switch (value.Type)
        {
            case NumberType:
                var number = compiler.Number(value);
                // Adding 0 makes one zero of the two.
                return frame =>
                    number(frame) is var n && !double.IsNaN(n) ? BitConverter.DoubleToInt64Bits(n + 0.0) : null;
            case EnumType or ClassType or ShapeType:
                var code = compiler.Code(value);
                return frame => code(frame) is >= 0 and var known ? known : null;
            case IdType:
                var id = compiler.Id(value);
                return frame => id(frame) is { IsNone: false } known ? known.Value : null;
            case TextType:
                var text = compiler.Text(value);
                return frame => text(frame)?.GetHashCode(StringComparison.Ordinal);
            default:
                return null;
        }
    }

    PairCondition.Leaf Add(PairSide side, TruthOf holds, TruthRange whenFar, PairKey? key = null)
    {
        leaves.Add(new PairLeaf(side, holds, whenFar, key));
        return new PairCondition.Leaf(leaves.Count - 1);
    }

    PairSide SideOf(params ReadOnlySpan<BoundExpression?> expressions)
    {
        var free = FreeVariables.Of(expressions).Variables;
        return (free.Contains(first), free.Contains(second)) switch
        {
            (true, true) => PairSide.Both,
            (true, false) => PairSide.First,
            (false, true) => PairSide.Second,
            _ => PairSide.Neither,
        };
    }

    static PairCondition.Joined And(PairCondition left, PairCondition right) => new(left, LogicOperator.And, right);
}
