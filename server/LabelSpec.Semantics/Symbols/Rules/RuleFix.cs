using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>A change of the annotation file that a violation offers.</summary>
/// <param name="Title">What the guideline calls it, or null.</param>
public abstract record RuleFix(string? Title, SourceSpan Span);
