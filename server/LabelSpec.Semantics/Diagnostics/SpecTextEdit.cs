using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Puts a text in place of a span; an empty span inserts.</summary>
public sealed record SpecTextEdit(SourceSpan Span, string NewText);
