using LabelSpec.Semantics.Sources;

namespace LabelSpec.Engine.SpecTests;

/// <summary>One reason why a test failed.</summary>
/// <param name="Message">What was expected, and what was found.</param>
/// <param name="Span">The expectation that was not met, or the annotation at which something unexpected was found.</param>
public sealed record SpecTestFailure(string Message, SourceSpan Span);
