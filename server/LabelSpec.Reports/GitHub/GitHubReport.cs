using System.Text;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Reports.GitHub;

/// <summary>
/// Workflow commands that GitHub Actions turns into annotations of the changed files. It shows ten errors, ten warnings
/// and ten notices of a step, so the gravest come first.
/// </summary>
public sealed class GitHubReport : IReport
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        using var writer = new StreamWriter(output, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        foreach (var finding in result.GuidelineFindings)
            WriteFinding(writer, finding);

        foreach (var group in FindingGroup.Of(result.Findings, context.MaxPerRule))
        {
            foreach (var index in group.Shown)
                WriteFinding(writer, result.Findings[index]);
            if (group.Hidden > 0)
                writer.WriteLine(
                    $"::{CommandOf(group.Severity)} title={Property(group.Rule)}::"
                        + $"{group.Hidden} more of {Data(group.Rule)} (--max 0 shows all)"
                );
        }
    }

    static void WriteFinding(TextWriter writer, Finding finding)
    {
        var location = finding.Location;
        writer.Write($"::{CommandOf(finding.Severity)} file={Property(location.File)},line={location.Line}");
        writer.Write($",endLine={location.EndLine},col={location.Column}");
        // GitHub refuses columns of a range over several lines.
        if (location.EndLine == location.Line)
            writer.Write($",endColumn={location.EndColumn}");
        writer.WriteLine($",title={Property(finding.Rule)}::{Data(finding.Message)}");
    }

    static string CommandOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    // Line ends are gone after Printable, so that no text out of a file becomes a command of its own.
    static string Data(string text) => Printable.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
