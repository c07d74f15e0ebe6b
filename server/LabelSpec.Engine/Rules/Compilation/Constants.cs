using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>Numbers that are known before there is any data.</summary>
static class Constants
{
    public static bool TryFold(BoundExpression? expression, out double value)
    {
        value = double.NaN;
        switch (expression)
        {
            case BoundNumber number:
                value = number.Value;
                return true;
            case BoundLetCall call:
                return TryFold(call.Body, out value);
            case BoundNegation negation when TryFold(negation.Operand, out var operand):
                value = -operand;
                return true;
            case BoundArithmetic arithmetic
                when TryFold(arithmetic.Left, out var left) && TryFold(arithmetic.Right, out var right):
                value = Apply(arithmetic.Operator, left, right);
                return true;
            default:
                return false;
        }
    }

    /// <summary>NaN, which is unknown, for a division by zero.</summary>
    public static double Apply(ArithmeticOperator operation, double left, double right) =>
        operation switch
        {
            ArithmeticOperator.Add => left + right,
            ArithmeticOperator.Subtract => left - right,
            ArithmeticOperator.Multiply => left * right,
            _ => right == 0 ? double.NaN : left / right,
        };
}
