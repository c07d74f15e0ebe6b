using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Whether a value equals one of the items: comparisons by <c>==</c>, joined by <c>or</c>.</summary>
public sealed record BoundInList(BoundExpression Operand, ImmutableArray<BoundExpression> Items, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
