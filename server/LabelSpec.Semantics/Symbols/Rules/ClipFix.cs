using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Cuts the shape at the edges of the image.</summary>
public sealed record ClipFix(VariableSymbol Target, string? Title, SourceSpan Span) : RuleFix(Title, Span);
