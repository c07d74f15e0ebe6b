using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Expressions;

/// <summary>
/// <c>exists</c>, <c>no</c> or <c>every</c> over the annotations in scope. <c>exists</c> is the Kleene <c>or</c> over the annotations of the classes, each with
/// <see cref="Where"/> and <see cref="Satisfies"/> joined by <c>and</c>; <c>no</c> is its negation; <c>every</c> is the Kleene <c>and</c> of
/// <c>where implies satisfies</c>, true over nothing. Annotations that the rule has bound already are not excluded.
/// </summary>
/// <param name="Where">Null is true.</param>
/// <param name="Satisfies">Only <c>every</c> has one.</param>
public sealed record BoundQuantifier(
    QuantifierKind Kind,
    VariableSymbol Variable,
    BoundExpression? Where,
    BoundExpression? Satisfies,
    BoundDomain Domain,
    SourceSpan Span
) : BoundExpression(BoolType.Instance, Span);
