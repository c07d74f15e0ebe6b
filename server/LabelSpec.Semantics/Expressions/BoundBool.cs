using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BoundBool(bool Value, SourceSpan Span) : BoundExpression(BoolType.Instance, Span);
