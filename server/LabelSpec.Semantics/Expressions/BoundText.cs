using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A text.</summary>
public sealed record BoundText(string Value, SourceSpan Span) : BoundExpression(TextType.Instance, Span);
