using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A sum, difference, product or quotient. Unknown if an operand is, and for a division by zero.</summary>
public sealed record BoundArithmetic(
    BoundExpression Left,
    ArithmeticOperator Operator,
    BoundExpression Right,
    NumberType ResultType,
    SourceSpan Span
) : BoundExpression(ResultType, Span);
