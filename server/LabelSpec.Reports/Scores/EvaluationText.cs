using LabelSpec.Quality.Evaluation;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>The evaluation of predictions for people.</summary>
public static class EvaluationText
{
    public static void Write(EvaluationReport report, ReportContext context, Stream output)
    {
        using var writer = ScoreText.Open(output);
        var palette = new Palette(context.Colour);
        ScoreText.WriteFindings(writer, report.Findings, context);
        writer.WriteLine(
            $"{EvaluationWords.Of(report.Settings.Task)}: {Count.Of(report.Predictions, "prediction")} for "
                + $"{Count.Of(report.Truths, "object")} in {Count.Of(report.Images, "image")}"
        );
        writer.WriteLine();
        foreach (var score in report.Coco.Scores)
            writer.WriteLine($"{score.Name, -6} {ScoreText.Of(score.Value)}");
        writer.WriteLine();
        if (report.Lvis is { } lvis)
        {
            writer.WriteLine("LVIS");
            foreach (var score in lvis.Scores)
                writer.WriteLine($"{score.Name, -8} {ScoreText.Of(score.Value)}");
            writer.WriteLine();
        }

        WriteClasses(writer, palette, report);
        EvaluationDetailText.Write(writer, palette, report);
    }

    static void WriteClasses(StreamWriter writer, Palette palette, EvaluationReport report)
    {
        if (report.Classes.IsEmpty)
            return;
        var table = new TextTable([
            "class",
            "objects",
            "predictions",
            .. report.Classes[0].Scores.Select(score => score.Name),
            "best F1",
            "at score",
        ]);
        foreach (var (category, best) in report.Classes.Zip(report.BestOfClasses))
            table.Add([
                Printable.Of(category.Name),
                Count.Of(category.Truths),
                Count.Of(category.Predictions),
                .. category.Scores.Select(score => ScoreText.Of(score.Value)),
                ScoreText.Of(best?.F1 ?? double.NaN),
                ScoreText.Of(best?.Score ?? double.NaN),
            ]);
        table.Write(writer, palette);
    }
}
