using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Whether a set, such as an <c>any of</c> attribute or the tags of an image, holds an element.</summary>
public sealed record BoundInSet(BoundExpression Element, BoundExpression Set, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
