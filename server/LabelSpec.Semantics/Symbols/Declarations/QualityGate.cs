using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A number that work must reach.</summary>
/// <param name="Metric">The metric as written: <c>accuracy</c>, <c>recall</c>, <c>alpha</c> and so on.</param>
/// <param name="Classes">The classes that it is computed over, or null for all.</param>
/// <param name="AttributeName">The attribute whose values are compared, or null.</param>
public sealed record QualityGate(
    string Metric,
    ClassSet? Classes,
    string? AttributeName,
    ComparisonOperator Operator,
    double Threshold,
    SourceSpan Span
);
