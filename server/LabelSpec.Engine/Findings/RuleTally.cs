using LabelSpec.Grammar;

namespace LabelSpec.Engine.Findings;

/// <summary>
/// How often a rule or check was judged, and how it went. Undecidable means that a missing value left the outcome
/// open; it is never counted as satisfied.
/// </summary>
public sealed record RuleTally(string Rule, Severity Severity, long Satisfied, long Violated, long Undecidable);
