using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Types;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Comparisons of values of any type.
sealed partial class ExpressionCompiler
{
    TruthOf Comparison(BoundComparison comparison)
    {
        var pairs = new TruthOf[comparison.Operators.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = Compare(comparison.Operands[i], comparison.Operators[i], comparison.Operands[i + 1]);
        if (pairs.Length == 1)
            return pairs[0];
        return frame =>
        {
            var result = T.True;
            foreach (var pair in pairs)
            {
                result = Kleene.And(result, pair(frame));
                if (result == T.False)
                    break;
            }
            return result;
        };
    }

    /// <summary>One comparison of a chain.</summary>
    public TruthOf Compare(BoundExpression left, ComparisonOperator operation, BoundExpression right)
    {
        if (left.Type is NumberType && right.Type is NumberType)
        {
            var compared = CompareNumbers(left, operation, right);
            return IsUnknownInShares(left, right) ? WherePixelsAreKnown(compared) : compared;
        }

        if (operation is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var equal = Equal(left, right);
            return operation == ComparisonOperator.Equal ? equal : frame => Kleene.Not(equal(frame));
        }
        var (first, second) = (Text(left), Text(right));
        return frame =>
            first(frame) is { } a && second(frame) is { } b
                ? Comparisons.Compare(string.CompareOrdinal(a, b), operation, 0)
                : T.Unknown;
    }

    TruthOf CompareNumbers(BoundExpression left, ComparisonOperator operation, BoundExpression right) =>
        Constants.TryFold(right, out var constant) ? CompareWith(left, operation, constant)
        : Constants.TryFold(left, out constant) ? CompareWith(right, Comparisons.Flip(operation), constant)
        : Comparisons.Of(Number(left), operation, Number(right));

    TruthOf CompareWith(BoundExpression value, ComparisonOperator operation, double limit)
    {
        var compared = Comparisons.Of(Number(value), operation, limit);
        if (
            value is not BoundCall { Function: BuiltInFunction.Iou or BuiltInFunction.Overlap } call
            || operation is ComparisonOperator.Equal or ComparisonOperator.NotEqual
        )
            return compared;
        var (first, second) = (Row(call.Arguments[0]), Row(call.Arguments[1]));
        var isIoU = call.Function == BuiltInFunction.Iou;
        var below = Kleene.Of(operation is ComparisonOperator.Less or ComparisonOperator.LessOrEqual);
        return frame =>
        {
            if (first(frame) is not (>= 0 and var a) || second(frame) is not (>= 0 and var b))
                return T.Unknown;
            var isBelow = isIoU
                ? ShapeOverlap.IsIoUBelow(Annotations, frame.Shapes, a, b, limit)
                : ShapeOverlap.IsShareBelow(Annotations, frame.Shapes, a, b, limit);
            return isBelow ? below : compared(frame);
        };
    }

    TruthOf Equal(BoundExpression left, BoundExpression right)
    {
        if (left.Type is IdType || right.Type is IdType)
            return EqualIds(left, right);
        switch (left.Type)
        {
            case NumberType:
                return CompareNumbers(left, ComparisonOperator.Equal, right);
            case BoolType:
                var (firstTruth, secondTruth) = (Truth(left), Truth(right));
                return frame => Kleene.Iff(firstTruth(frame), secondTruth(frame));
            case EnumType or ClassType or ShapeType when right.Type is not TextType:
                var (firstCode, secondCode) = (Code(left), Code(right));
                return frame =>
                    firstCode(frame) is >= 0 and var a && secondCode(frame) is >= 0 and var b
                        ? Kleene.Of(a == b)
                        : T.Unknown;
            case TextType or EnumType:
                var (firstText, secondText) = (Text(left), Text(right));
                return frame => firstText(frame) is { } a && secondText(frame) is { } b ? Kleene.Of(a == b) : T.Unknown;
            case SetType:
                return EqualSets(left, right);
            default:
                var (firstRow, secondRow) = (Row(left), Row(right));
                return frame =>
                    firstRow(frame) is >= 0 and var a && secondRow(frame) is >= 0 and var b
                        ? Kleene.Of(a == b)
                        : T.Unknown;
        }
    }

    TruthOf EqualIds(BoundExpression left, BoundExpression right)
    {
        var (first, second) = (Id(left), Id(right));
        return frame =>
        {
            var a = first(frame);
            var b = second(frame);
            return a.IsNone || b.IsNone ? T.Unknown : Kleene.Of(a == b);
        };
    }

    TruthOf EqualSets(BoundExpression left, BoundExpression right)
    {
        var (first, second) = (Set(left), Set(right));
        return frame =>
        {
            if (!first(frame, out var a) || !second(frame, out var b))
                return T.Unknown;
            if (a.Length != b.Length)
                return T.False;
            foreach (var code in a)
                if (!b.Contains(code))
                    return T.False;
            return T.True;
        };
    }
}
