using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Whether a number lies in a range, both ends included. An open side is null.</summary>
public sealed record BoundInRange(
    BoundExpression Operand,
    BoundExpression? Lower,
    BoundExpression? Upper,
    SourceSpan Span
) : BoundExpression(BoolType.Instance, Span);
