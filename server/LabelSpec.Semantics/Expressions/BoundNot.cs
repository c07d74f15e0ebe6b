using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>True for false, false for true, unknown for unknown.</summary>
public sealed record BoundNot(BoundExpression Operand, SourceSpan Span) : BoundExpression(BoolType.Instance, Span);
