using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Prose on what belongs to a class or an attribute.</summary>
public sealed record Inclusion(string Text, SourceSpan Span);
