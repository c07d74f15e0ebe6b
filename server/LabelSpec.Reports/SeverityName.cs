using LabelSpec.Grammar;

namespace LabelSpec.Reports;

/// <summary>Severities as the command line and all reports spell them.</summary>
public static class SeverityName
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            Severity.Hint => "hint",
            _ => "off",
        };

    public static Severity? Parse(string text) =>
        text switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "hint" => Severity.Hint,
            "off" => Severity.Off,
            _ => null,
        };
}
