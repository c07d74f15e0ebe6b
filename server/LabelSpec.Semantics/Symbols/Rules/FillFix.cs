using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Fills the holes of the shape.</summary>
public sealed record FillFix(VariableSymbol Target, string? Title, SourceSpan Span) : RuleFix(Title, Span);
