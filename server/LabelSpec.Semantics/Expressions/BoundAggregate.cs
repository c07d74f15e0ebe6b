using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// <c>count</c>, <c>sum</c>, <c>min</c>, <c>max</c> or <c>avg</c> over the annotations in scope. An annotation for which <see cref="Where"/> or
/// <see cref="Value"/> is unknown makes the result unknown. Over nothing, <c>count</c> and <c>sum</c> are 0 and the others are missing.
/// </summary>
/// <param name="Value">Null for <c>count</c>.</param>
/// <param name="Where">Null is true.</param>
public sealed record BoundAggregate(
    AggregateKind Kind,
    VariableSymbol Variable,
    BoundExpression? Value,
    BoundExpression? Where,
    BoundDomain Domain,
    NumberType ResultType,
    SourceSpan Span
) : BoundExpression(ResultType, Span);
