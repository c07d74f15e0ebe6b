namespace LabelSpec.Grammar.Diagnostics;

/// <summary>How bad a finding about a guideline's text is.</summary>
public enum DiagnosticSeverity
{
    Error,
    Warning,
    Info,
    Hint,
}
