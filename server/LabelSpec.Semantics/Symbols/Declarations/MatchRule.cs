using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>Two annotations are the same object from this similarity on.</summary>
/// <param name="Measure">The similarity: <c>iou</c>, <c>oks</c>, <c>distance</c> and so on, as written.</param>
/// <param name="Classes">The classes that it holds for, or null for all.</param>
public sealed record MatchRule(
    string Measure,
    ComparisonOperator Operator,
    double Threshold,
    ClassSet? Classes,
    SourceSpan Span
);
