using System.Globalization;
using System.Text;
using LabelSpec.Grammar;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Comparisons;

/// <summary>
/// The report for people: findings about the inputs, conflicts by type with the place to look at first on each line, scores,
/// the parts that were asked for, and what the guideline says to them.
/// </summary>
public sealed class ComparisonText : IComparisonReport
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(ComparisonReport report, Stream output)
    {
        using var writer = new StreamWriter(output, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var palette = new Palette(report.Colour);
        foreach (var finding in report.Result.Findings)
            writer.WriteLine(
                $"{Printable.Of(finding.Location.File)}: {palette.Of(finding.Severity, SeverityName.Of(finding.Severity))}[{finding.Rule}] {Printable.Of(finding.Message)}"
            );
        if (!report.Result.Findings.IsEmpty)
            writer.WriteLine();
        ConflictsText.Write(writer, report.Result, report.MaxPerType, palette);
        WriteScores(writer, report);
        WriteClasses(writer, report);
        foreach (var kind in report.By)
            WriteSlices(writer, kind, report.Result);
        RequirementsText.Write(writer, report, palette);
        WriteAccept(writer, report, palette);
    }

    static void WriteScores(TextWriter writer, ComparisonReport report)
    {
        var (summary, settings) = (report.Summary, report.IntervalSettings);
        var counts = summary.Scores.Counts;
        writer.WriteLine(
            $"{Count.Of(summary.Images, "image")}, {Count.Of(counts.Truth, "annotation")} of the ground truth, {Count.Of(counts.Work)} of the work, profile {report.Result.Profile}"
        );
        writer.WriteLine(
            $"{Count.Of(counts.Valid)} right, {Count.Of(counts.Total - counts.Valid - counts.Missing - counts.Extra)} with the wrong label, {Count.Of(counts.Missing)} missing, {Count.Of(counts.Extra)} extra"
        );
        writer.WriteLine();
        var reasons = UndefinedScores.Of(summary).ToDictionary();
        List<string[]> rows =
        [
            ["", "score", $"{settings.Confidence:0.#%} interval", $"images for ±{settings.Margin:0.###}"],
        ];
        foreach (
            var (name, value) in (ReadOnlySpan<(string, double)>)
                [
                    ("accuracy", summary.Scores.Accuracy),
                    ("precision", summary.Scores.Precision),
                    ("recall", summary.Scores.Recall),
                    ("f1", summary.Scores.F1),
                    ("jaccard", summary.Scores.Jaccard),
                    ("mean_iou", summary.MeanIou),
                ]
        )
        {
            var interval = report.Intervals.FirstOrDefault(each => each.Score == name);
            rows.Add([
                name,
                Share(value),
                reasons.TryGetValue(name, out var reason) ? reason
                : interval is null || double.IsNaN(interval.Low) ? interval?.Reason ?? ""
                : $"{Share(interval.Low)} – {Share(interval.High)}",
                interval?.ImagesNeeded is { } needed ? Count.Of(needed) : "",
            ]);
        }

        TextTable.Write(writer, rows);
        writer.WriteLine();
    }

    static void WriteClasses(TextWriter writer, ComparisonReport report)
    {
        if (report.Summary.Labels.Length > 1)
        {
            var worst = report.Summary.Worst!;
            writer.WriteLine(
                $"mean over classes: f1 {Share(report.Summary.Macro.F1)}; worst class: {Printable.Of(worst.Label)} with {Share(worst.Scores.F1)}"
            );
            writer.WriteLine();
        }
    }

    static void WriteSlices(TextWriter writer, SliceKind kind, ComparisonResult result)
    {
        List<string[]> rows = [];
        foreach (var slice in kind.Of(result))
            if (slice.Attribute is { } attribute)
            {
                if (rows.Count == 0)
                    rows.Add([kind.Name, "accuracy", "equal", "compared"]);
                rows.Add([
                    Printable.Of(slice.Name),
                    Share(attribute.Accuracy),
                    Count.Of(attribute.Equal),
                    Count.Of(attribute.Compared),
                ]);
            }
            else if (slice.Scores is { } scores)
            {
                if (rows.Count == 0)
                    rows.Add([kind.Name, "accuracy", "precision", "recall", "f1", "iou", "gt", "work"]);
                rows.Add([
                    Printable.Of(slice.Name),
                    Share(scores.Accuracy),
                    Share(scores.Precision),
                    Share(scores.Recall),
                    Share(scores.F1),
                    Share(slice.MeanIou),
                    Count.Of(scores.Counts.Truth),
                    Count.Of(scores.Counts.Work),
                ]);
            }

        if (rows.Count == 0)
            writer.WriteLine($"{kind.Name}: nothing to compare");
        TextTable.Write(writer, rows);
        writer.WriteLine();
    }

    static void WriteAccept(TextWriter writer, ComparisonReport report, Palette palette)
    {
        foreach (var gate in report.Accept)
            writer.WriteLine(
                gate.Reached switch
                {
                    true => $"{palette.Good("reached")}: {gate.Criterion} ({Share(gate.Value)})",
                    false => $"{palette.Of(Severity.Error, "not reached")}: {gate.Criterion} ({Share(gate.Value)})",
                    null => $"{palette.Of(Severity.Warning, "undecided")}: {gate.Criterion}: {gate.Reason}",
                }
            );
    }

    static string Share(double value) =>
        double.IsNaN(value) ? "–" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
