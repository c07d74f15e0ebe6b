using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Whether an annotation is of one of these classes: <c>a.class == truck</c>, <c>a.class in (car, truck)</c>.</summary>
/// <param name="Target">The annotation.</param>
public sealed record BoundClassTest(BoundExpression Target, ClassSet Classes, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
