using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Analysis;

/// <summary>
/// Finds between which numbers an expression must lie, by interval arithmetic over the ranges that attributes declare and members have.
/// The result holds every value that is possible, perhaps more.
/// </summary>
internal static class RangeEvaluator
{
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    /// <summary>The value of an expression that is always the same number, or null.</summary>
    public static double? ConstantOf(BoundExpression expression)
    {
        var range = RangeOf(expression, Facts.None);
        return range.Lower == range.Upper ? range.Lower : null;
    }

    public static NumericRange RangeOf(BoundExpression expression, Facts facts)
    {
        var range = expression switch
        {
            BoundNumber number => new NumericRange(number.Value, number.Value),
            BoundLetCall call => RangeOf(call.Body, facts),
            BoundAttribute attribute => Declared(attribute),
            BoundAnnotationMember member => AnnotationMembers.Of(member.Member).Range,
            BoundImageMember member => ImageMembers.All[(int)member.Member].Range,
            BoundTrackMember member => TrackMembers.All[(int)member.Member].Range,
            BoundGroupMember member => GroupMembers.All[(int)member.Member].Range,
            BoundDatasetMember member => DatasetMembers.All[(int)member.Member].Range,
            BoundNegation negation => Negate(RangeOf(negation.Operand, facts)),
            BoundArithmetic arithmetic => Combine(
                RangeOf(arithmetic.Left, facts),
                arithmetic.Operator,
                RangeOf(arithmetic.Right, facts)
            ),
            BoundConditional conditional => Conditional(conditional, facts),
            BoundAggregate aggregate => Aggregate(aggregate, facts),
            BoundCall call => Call(call, facts),
            _ => NumericRange.Everything,
        };
        return expression is BoundNumber ? range : facts.Narrow(expression, range);
    }

    public static NumericRange Combine(NumericRange left, ArithmeticOperator kind, NumericRange right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return new NumericRange(double.NaN, double.NaN);
        }
        switch (kind)
        {
            case ArithmeticOperator.Add:
                return Sane(left.Lower + right.Lower, left.Upper + right.Upper);
            case ArithmeticOperator.Subtract:
                return Sane(left.Lower - right.Upper, left.Upper - right.Lower);
            case ArithmeticOperator.Multiply:
                return Corners(left, right, Multiply);
            default:
                return right.Contains(0) ? Quotient(left, right) : Corners(left, right, Divide);
        }
    }

    private static NumericRange Declared(BoundAttribute attribute)
    {
        var result = new NumericRange(double.PositiveInfinity, double.NegativeInfinity);
        foreach (var symbol in attribute.Attributes)
        {
            var range = symbol.Type switch
            {
                IntAttributeType type => type.Range,
                NumberAttributeType type => type.Range,
                _ => NumericRange.Everything,
            };
            result = new NumericRange(Math.Min(result.Lower, range.Lower), Math.Max(result.Upper, range.Upper));
        }
        return result;
    }

    private static NumericRange Conditional(BoundConditional conditional, Facts facts)
    {
        var truth = TruthEvaluator.TruthOf(conditional.Condition, facts);
        var whenTrue = RangeOf(conditional.WhenTrue, facts.Assume(conditional.Condition, true));
        var whenFalse = RangeOf(conditional.WhenFalse, facts.Assume(conditional.Condition, false));
        return truth switch
        {
            Truth.CanBeTrue => whenTrue,
            Truth.CanBeFalse => whenFalse,
            _ => new(Math.Min(whenTrue.Lower, whenFalse.Lower), Math.Max(whenTrue.Upper, whenFalse.Upper)),
        };
    }

    private static NumericRange Aggregate(BoundAggregate aggregate, Facts facts)
    {
        var isEmpty =
            aggregate.Variable.Type is AnnotationType { Classes.IsEmpty: true }
            || (aggregate.Where is { } where && TruthEvaluator.TruthOf(where, facts) == Truth.CanBeFalse);
        switch (aggregate.Kind)
        {
            case AggregateKind.Count:
                return isEmpty ? new(0, 0) : NotNegative;
            case AggregateKind.Sum:
                var summand = RangeOf(aggregate.Value!, facts);
                return new(
                    isEmpty || summand.Lower >= 0 ? 0 : double.NegativeInfinity,
                    isEmpty || summand.Upper <= 0 ? 0 : double.PositiveInfinity
                );
            default:
                return RangeOf(aggregate.Value!, facts);
        }
    }

    private static NumericRange Call(BoundCall call, Facts facts)
    {
        var arguments = call.Arguments;
        switch (call.Function)
        {
            case BuiltInFunction.Abs:
                var range = RangeOf(arguments[0], facts);
                var far = Math.Max(Math.Abs(range.Lower), Math.Abs(range.Upper));
                return range.Contains(0)
                    ? new(0, far)
                    : new(Math.Min(Math.Abs(range.Lower), Math.Abs(range.Upper)), far);
            case BuiltInFunction.Sqrt:
                var square = RangeOf(arguments[0], facts);
                return new(Math.Sqrt(Math.Max(0, square.Lower)), Math.Sqrt(Math.Max(0, square.Upper)));
            case BuiltInFunction.Round:
                var exact = RangeOf(arguments[0], facts);
                return new(Math.Round(exact.Lower), Math.Round(exact.Upper));
            case BuiltInFunction.Min or BuiltInFunction.Max:
                var result = RangeOf(arguments[0], facts);
                for (var i = 1; i < arguments.Length; i++)
                {
                    var next = RangeOf(arguments[i], facts);
                    result =
                        call.Function == BuiltInFunction.Min
                            ? new(Math.Min(result.Lower, next.Lower), Math.Min(result.Upper, next.Upper))
                            : new(Math.Max(result.Lower, next.Lower), Math.Max(result.Upper, next.Upper));
                }
                return result;
            default:
                return FunctionTable.Of(call.Function).Range;
        }
    }

    private static NumericRange Negate(NumericRange range) => new(-range.Upper, -range.Lower);

    /// <summary>A divisor that may be 0 only at one end keeps the sign of the quotient.</summary>
    private static NumericRange Quotient(NumericRange left, NumericRange right) =>
        right.Lower >= 0 && left.Lower >= 0 ? NotNegative
        : right.Lower >= 0 && left.Upper <= 0 ? new(double.NegativeInfinity, 0)
        : NumericRange.Everything;

    private static double Multiply(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static double Divide(double a, double b) => double.IsInfinity(a) && double.IsInfinity(b) ? 0 : a / b;

    private static NumericRange Corners(NumericRange left, NumericRange right, Func<double, double, double> apply)
    {
        var (a, b) = (apply(left.Lower, right.Lower), apply(left.Lower, right.Upper));
        var (c, d) = (apply(left.Upper, right.Lower), apply(left.Upper, right.Upper));
        return Sane(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    private static NumericRange Sane(double lower, double upper) =>
        new(
            double.IsNaN(lower) ? double.NegativeInfinity : lower,
            double.IsNaN(upper) ? double.PositiveInfinity : upper
        );
}
