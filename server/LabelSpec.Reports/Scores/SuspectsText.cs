using LabelSpec.Quality.Suspects;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>Probable errors of a ground truth for people.</summary>
public static class SuspectsText
{
    const int MostImages = 10;

    /// <param name="report">What was found.</param>
    /// <param name="most">How many suspects are shown; 0 for all.</param>
    /// <param name="context">How to show them.</param>
    /// <param name="output">Where to.</param>
    public static void Write(SuspectReport report, int most, ReportContext context, Stream output)
    {
        using var writer = ScoreText.Open(output);
        var inputs = report.Findings.Length - report.Suspects.Length;
        var shown = most == 0 ? report.Suspects.Length : Math.Min(most, report.Suspects.Length);
        ScoreText.WriteFindings(writer, [.. report.Findings.Take(inputs + shown)], context);
        if (shown < report.Suspects.Length)
            writer.WriteLine($"… {Count.Of(report.Suspects.Length - shown)} more (--max 0 shows all)\n");
        writer.WriteLine(
            report.Suspects.IsEmpty
                ? "nothing suspicious"
                : string.Join(
                    ", ",
                    report
                        .Suspects.GroupBy(suspect => suspect.Kind)
                        .OrderBy(group => group.Key)
                        .Select(group => $"{Count.Of(group.Count())} {SuspectWords.Of(group.Key).Replace('_', ' ')}")
                )
        );
        if (report.Images.IsEmpty)
            return;
        writer.WriteLine();
        var table = new TextTable("worst images", "label quality");
        foreach (var image in report.Images.Take(MostImages))
            table.Add(Printable.Of(image.Name), ScoreText.Of(image.Quality));
        table.Write(writer, new Palette(context.Colour));
    }
}
