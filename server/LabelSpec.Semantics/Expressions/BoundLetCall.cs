using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A use of a <c>let</c>.</summary>
/// <param name="Body">The body with the arguments in place of the parameters: evaluate this.</param>
public sealed record BoundLetCall(
    LetSymbol Let,
    ImmutableArray<BoundExpression> Arguments,
    BoundExpression Body,
    SourceSpan Span
) : BoundExpression(Body.Type, Span);
