namespace LabelSpec.Grammar.Diagnostics;

/// <summary>A kind of finding: its code, which also names its documentation page, and a short title.</summary>
public sealed record DiagnosticDescriptor(string Code, string Title, DiagnosticSeverity DefaultSeverity)
{
    public override string ToString() => $"{Code} {Title}";
}
