using LabelSpec.Quality.PanopticQuality;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>Panoptic quality for people.</summary>
public static class PanopticText
{
    public static void Write(PanopticReport report, ReportContext context, Stream output)
    {
        using var writer = ScoreText.Open(output);
        ScoreText.WriteFindings(writer, report.Findings, context);
        var palette = new Palette(context.Colour);
        var means = new TextTable(["", "PQ", "SQ", "RQ", "classes"]);
        foreach (var group in PanopticGroups.Of(report))
            means.Add([group.Name, .. Cells(group.Score), Count.Of(group.Categories)]);
        means.Write(writer, palette);

        writer.WriteLine();
        var classes = new TextTable(["class", "PQ", "SQ", "RQ", "hits", "false alarms", "missed"]);
        for (var category = 0; category < report.Categories.Length; category++)
            classes.Add([
                Printable.Of(report.Categories[category]),
                .. Cells(report.Totals.Score(category)),
                Count.Of(report.Totals.Hits(category)),
                Count.Of(report.Totals.FalseAlarms(category)),
                Count.Of(report.Totals.Misses(category)),
            ]);
        classes.Write(writer, palette);
    }

    static string[] Cells(PanopticScore score) =>
        [ScoreText.Of(score.Pq), ScoreText.Of(score.Sq), ScoreText.Of(score.Rq)];
}
