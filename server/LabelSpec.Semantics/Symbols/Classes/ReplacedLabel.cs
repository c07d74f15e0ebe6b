using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>A label that the class had before version <paramref name="Since"/> of the guideline.</summary>
public sealed record ReplacedLabel(string Name, string? Since, SourceSpan Span);
