using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Index;

/// <summary>A place where a symbol is declared or used.</summary>
/// <param name="IsDeclaration">Whether it is the declaration itself.</param>
public readonly record struct Occurrence(Symbol Symbol, SourceSpan Span, bool IsDeclaration);
