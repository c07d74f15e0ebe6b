using LabelSpec.Grammar;

namespace LabelSpec.Reports.Sarif;

static class SarifLevel
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Off => "none",
            _ => "note",
        };
}
