using System.Collections.Immutable;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>A change of the guideline that would settle a diagnostic.</summary>
public sealed record SpecFix(string Title, ImmutableArray<SpecTextEdit> Edits);
