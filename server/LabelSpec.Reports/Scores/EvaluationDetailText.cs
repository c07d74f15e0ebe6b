using LabelSpec.Quality.Evaluation;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>The parts of an evaluation that were asked for, and the best score to cut at.</summary>
static class EvaluationDetailText
{
    public static void Write(StreamWriter writer, Palette palette, EvaluationReport report)
    {
        if (report.Operating.Best is { } best)
        {
            writer.WriteLine();
            writer.WriteLine(
                $"best F1 at IoU 0.5: {ScoreText.Of(best.F1)} with predictions from score {ScoreText.Of(best.Score)} on "
                    + $"(precision {ScoreText.Of(best.Precision)}, recall {ScoreText.Of(best.Recall)})"
            );
        }

        if (!report.Slices.IsEmpty)
            WriteSlices(writer, palette, report);
        if (report.Tide is { } tide)
        {
            writer.WriteLine();
            var table = new TextTable("error", "count", "AP50 gained without");
            foreach (var error in tide.Errors)
                table.Add(EvaluationWords.Of(error.Kind), Count.Of(error.Count), ScoreText.Of(error.ApGain));
            table.Write(writer, palette);
        }

        if (!report.Comparison.IsEmpty)
            WriteComparison(writer, palette, report);
        if (!report.Rules.IsEmpty)
            WriteRules(writer, palette, report);
    }

    static void WriteSlices(StreamWriter writer, Palette palette, EvaluationReport report)
    {
        writer.WriteLine();
        var table = new TextTable("slice", "objects", "AP", "AP50", "AR", "recall");
        foreach (var slice in report.Slices)
            table.Add([
                Printable.Of(slice.Name),
                Count.Of(slice.Truths),
                .. slice.Scores.Select(score => ScoreText.Of(score.Value)),
                ScoreText.Of(slice.Best?.Recall ?? double.NaN),
            ]);
        table.Write(writer, palette);
    }

    static void WriteComparison(StreamWriter writer, Palette palette, EvaluationReport report)
    {
        writer.WriteLine();
        var table = new TextTable("against the other", "this", "other", "difference", "95 % interval", "p");
        foreach (var one in report.Comparison)
            table.Add(
                one.Metric,
                ScoreText.Of(one.Value),
                ScoreText.Of(one.Other),
                ScoreText.Signed(one.Difference),
                double.IsNaN(one.Interval.Low)
                    ? "-"
                    : $"{ScoreText.Signed(one.Interval.Low)} .. {ScoreText.Signed(one.Interval.High)}",
                ScoreText.Of(one.PermutationP)
            );
        table.Write(writer, palette);
    }

    static void WriteRules(StreamWriter writer, Palette palette, EvaluationReport report)
    {
        writer.WriteLine();
        var broken = report.Rules.Where(rule => rule.Violated > 0).ToList();
        if (broken.Count == 0)
        {
            writer.WriteLine("the predictions break no rule of the guideline");
            return;
        }

        var table = new TextTable("predictions break", "violated", "satisfied");
        foreach (var rule in broken)
            table.Add(Printable.Of(rule.Rule), Count.Of(rule.Violated), Count.Of(rule.Satisfied));
        table.Write(writer, palette);
    }
}
