using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>Makes an exit code of a result; the gravest reason wins.</summary>
static class Verdict
{
    /// <param name="failOn"><see cref="Severity.Off"/> is never.</param>
    public static int Of(AnalysisResult result, Severity failOn) =>
        OfInputs(result) ?? (failOn != Severity.Off && Gravest(result) >= failOn ? ExitCode.Findings : ExitCode.Clean);

    /// <summary>The exit code that a broken guideline or unreadable data asks for, whatever was found.</summary>
    public static int? OfInputs(AnalysisResult result) =>
        result.GuidelineFindings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Usage
        : result.HasUnreadableInput ? ExitCode.Unreadable
        : null;

    static Severity Gravest(AnalysisResult result) =>
        result.Summary switch
        {
            { Errors: > 0 } => Severity.Error,
            { Warnings: > 0 } => Severity.Warning,
            { Infos: > 0 } => Severity.Info,
            { Hints: > 0 } => Severity.Hint,
            _ => Severity.Off,
        };
}
