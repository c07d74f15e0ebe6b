using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Prose on what does not belong to a class or an attribute, and the class that it belongs to.</summary>
public sealed record Exclusion(string Text, ClassSymbol? Use, SourceSpan Span);
