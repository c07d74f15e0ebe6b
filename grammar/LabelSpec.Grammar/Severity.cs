namespace LabelSpec.Grammar;

/// <summary>
/// How much a diagnostic matters, from nothing to fatal, so that <c>&gt;=</c> compares. Shared by everything that
/// reports: the guideline's own diagnostics, built-in checks and rules.
/// </summary>
public enum Severity
{
    /// <summary>Not judged at all.</summary>
    Off,
    Hint,
    Info,
    Warning,
    Error,
}
