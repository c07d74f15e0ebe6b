using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>How far annotations of two sets of classes may overlap; rules enforce it.</summary>
/// <param name="Limit">The greatest allowed overlap, exclusive; 0 for none, null for any.</param>
public sealed record OverlapSymbol(
    ClassSet First,
    ClassSet Second,
    OverlapMeasure Measure,
    double? Limit,
    string? Reason,
    SourceSpan Span
);
