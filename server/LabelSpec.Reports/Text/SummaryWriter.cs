using System.Globalization;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Text;

/// <summary>The counts at the end: one line for each rule, then one for the whole.</summary>
sealed class SummaryWriter(TextWriter writer, Palette palette)
{
    public void Write(AnalysisResult result)
    {
        WriteRules(result);
        foreach (var input in result.Inputs.Where(input => input.Problem is not null))
            writer.WriteLine(
                $"{palette.Bold("not judged:")} {Printable.Of(input.Path)}: {Printable.Of(input.Problem!)}"
            );
        if (!result.Inputs.IsEmpty)
            WriteTotals(result.Summary, result.Inputs.Length);
        WriteVerdict(result);
    }

    // Rules of the guideline are all shown, as undecidable must never look like passed. Built-in checks that found
    // nothing would bury them.
    void WriteRules(AnalysisResult result)
    {
        var rows = result.Rules.Where(IsShown).ToList();
        if (rows.Count == 0)
            return;

        var name = rows.Max(row => row.Rule.Length);
        writer.WriteLine(palette.Dim($"{"rule".PadRight(name)}           satisfied    violated undecidable"));
        foreach (var row in rows)
        {
            var severity = SeverityName.Of(row.Severity);
            writer.Write($"{row.Rule.PadRight(name)} ");
            writer.Write(row.Violated > 0 ? palette.Of(row.Severity, severity) : severity);
            writer.Write(new string(' ', 8 - severity.Length));
            writer.Write($"{Count.Of(row.Satisfied), 11} ");
            writer.Write(Highlighted(row.Violated, row.Violated > 0, text => palette.Of(row.Severity, text)));
            writer.Write(' ');
            writer.WriteLine(Highlighted(row.Undecidable, row.Undecidable > 0, palette.Bold));
        }

        writer.WriteLine();
    }

    static bool IsShown(RuleTally row) => !BuiltInCode.Matches(row.Rule) || row.Violated > 0 || row.Undecidable > 0;

    static string Highlighted(long count, bool highlight, Func<string, string> paint)
    {
        var text = Count.Of(count).PadLeft(11);
        return highlight ? paint(text) : text;
    }

    void WriteTotals(AnalysisSummary summary, int files)
    {
        var seconds = summary.Duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        writer.WriteLine(
            $"{Count.Of(files, "file")}, {Count.Of(summary.Images, "image")}, "
                + $"{Count.Of(summary.Annotations, "annotation")} in {seconds} s"
        );
        List<string> excused = [];
        if (summary.Known > 0)
            excused.Add($"{Count.Of(summary.Known)} known from the baseline");
        if (summary.Waived > 0)
            excused.Add($"{Count.Of(summary.Waived)} waived");
        if (excused.Count > 0)
            writer.WriteLine($"not shown: {string.Join(", ", excused)}");
    }

    void WriteVerdict(AnalysisResult result)
    {
        var summary = result.Summary;
        List<string> parts = [Count.Of(summary.Errors, "error"), Count.Of(summary.Warnings, "warning")];
        parts.Add(Count.Of(summary.Infos, "info"));
        if (summary.Hints > 0)
            parts.Add(Count.Of(summary.Hints, "hint"));
        var verdict = string.Join(", ", parts);
        writer.WriteLine(
            summary.Errors > 0 ? palette.Of(Grammar.Severity.Error, verdict)
            : summary.Warnings > 0 ? palette.Of(Grammar.Severity.Warning, verdict)
            : result.HasUnreadableInput ? palette.Bold(verdict)
            : palette.Good(verdict)
        );
    }
}
