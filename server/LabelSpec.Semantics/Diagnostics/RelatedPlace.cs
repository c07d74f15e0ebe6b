using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Another place that a diagnostic speaks of.</summary>
public sealed record RelatedPlace(SourceSpan Span, string Message);
