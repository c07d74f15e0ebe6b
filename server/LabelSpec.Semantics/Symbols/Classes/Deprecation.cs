using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>The class should no longer be used, and which one instead.</summary>
public sealed record Deprecation(string? Why, ClassSymbol? Use, SourceSpan Span);
