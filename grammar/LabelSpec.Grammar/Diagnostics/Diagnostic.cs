using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Diagnostics;

/// <summary>A finding about a guideline's text: what is wrong, where, and what to do.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, string Message, TextSpan Span, CodeFix? Fix = null)
{
    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity { get; init; } = Descriptor.DefaultSeverity;

    public Diagnostic Shift(int distance) => this with { Span = Span.Shift(distance), Fix = Fix?.Shift(distance) };

    public override string ToString() => $"{Code} {Span}: {Message}";
}
