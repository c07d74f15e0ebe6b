using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Tracking;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>Tracking measures for people.</summary>
public static class TrackingText
{
    public static void Write(
        TrackingReport report,
        IReadOnlyList<Finding> findings,
        ReportContext context,
        Stream output
    )
    {
        using var writer = ScoreText.Open(output);
        ScoreText.WriteFindings(writer, findings, context);
        var all = TrackingScores.Of(report);
        var of = report.Sequences.Select(TrackingScores.Of).ToList();
        var isOne = report.Sequences.Length == 1;
        var table = new TextTable([
            "measure",
            "all",
            .. isOne ? [] : report.Sequences.Select(sequence => Printable.Of(sequence.Name)),
        ]);
        for (var i = 0; i < all.Count; i++)
            table.Add([all[i].Name, Cell(all[i]), .. isOne ? [] : of.Select(sequence => Cell(sequence[i]))]);
        table.Write(writer, new Palette(context.Colour));
    }

    static string Cell((string Name, double Value, bool IsCount) score) =>
        score.IsCount ? Count.Of((long)score.Value) : ScoreText.Of(score.Value);
}
