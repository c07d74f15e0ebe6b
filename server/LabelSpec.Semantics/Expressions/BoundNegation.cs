using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The number with the other sign.</summary>
public sealed record BoundNegation(BoundExpression Operand, SourceSpan Span) : BoundExpression(Operand.Type, Span);
