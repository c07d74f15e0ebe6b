using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// Kleene's tables: <c>false and unknown</c> is false, <c>true or unknown</c> is true, <c>A implies B</c> is
/// <c>not A or B</c>, <c>A iff B</c> is unknown as soon as one side is.
/// </summary>
public sealed record BoundLogic(BoundExpression Left, LogicOperator Operator, BoundExpression Right, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
