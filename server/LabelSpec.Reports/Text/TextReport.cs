using System.Text;
using LabelSpec.Engine;

namespace LabelSpec.Reports.Text;

/// <summary>
/// The report for people: what is wrong with the guideline, then findings grouped by rule with the gravest first, then
/// the counts. Every finding starts a line with <c>file:line:column: severity[rule] message</c>, so that terminals
/// link it and <c>grep</c> finds it; details follow indented.
/// </summary>
public sealed class TextReport : IReport
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        using var writer = new StreamWriter(output, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var findings = new FindingWriter(writer, context);

        foreach (var finding in result.GuidelineFindings)
            findings.WriteWithExcerpt(finding);

        foreach (var group in FindingGroup.Of(result.Findings, context.MaxPerRule))
        {
            foreach (var index in group.Shown)
                findings.Write(result.Findings[index]);
            findings.WriteGroupEnd(group, result.Findings[group.Shown[0]]);
        }

        new SummaryWriter(writer, new Palette(context.Colour)).Write(result);
    }
}
