using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>How many annotations of other classes belong to one annotation of a class; a rule enforces it.</summary>
/// <param name="Inside">The share of the part that must lie in the whole, 0..1, or null.</param>
public sealed record PartSymbol(
    ClassSet Classes,
    NumericRange Range,
    double? Inside,
    ClassSymbol DeclaredIn,
    SourceSpan Span
);
