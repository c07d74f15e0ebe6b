using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Removes the annotation.</summary>
public sealed record RemoveFix(VariableSymbol Target, string? Title, SourceSpan Span) : RuleFix(Title, Span);
