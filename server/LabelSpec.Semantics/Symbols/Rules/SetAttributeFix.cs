using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Gives the annotation, or the image, an attribute value. <paramref name="Target"/> is null for the image.</summary>
public sealed record SetAttributeFix(
    VariableSymbol? Target,
    string AttributeName,
    BoundExpression Value,
    string? Title,
    SourceSpan Span
) : RuleFix(Title, Span);
