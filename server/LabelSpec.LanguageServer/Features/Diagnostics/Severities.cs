using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Severities as the protocol counts them.</summary>
static class Severities
{
    public static DiagnosticSeverity Of(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Info => DiagnosticSeverity.Information,
            _ => DiagnosticSeverity.Hint,
        };
}
