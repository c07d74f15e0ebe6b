using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// A chain of comparisons, <c>0.2 &lt; a.aspect &lt;= 6</c>: the comparisons of neighbours, joined by <c>and</c>. A comparison
/// with an unknown operand is unknown.
/// </summary>
/// <param name="Operators">One fewer than operands.</param>
public sealed record BoundComparison(
    ImmutableArray<BoundExpression> Operands,
    ImmutableArray<ComparisonOperator> Operators,
    SourceSpan Span
) : BoundExpression(BoolType.Instance, Span);
