using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>The one severity of the product, from the words of the syntax.</summary>
internal static class Severities
{
    public static Severity Of(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => Severity.Error,
            DiagnosticSeverity.Warning => Severity.Warning,
            DiagnosticSeverity.Info => Severity.Info,
            _ => Severity.Hint,
        };

    public static Severity Of(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => Severity.Error,
            RuleSeverity.Warning => Severity.Warning,
            RuleSeverity.Info => Severity.Info,
            RuleSeverity.Hint => Severity.Hint,
            _ => Severity.Off,
        };
}
