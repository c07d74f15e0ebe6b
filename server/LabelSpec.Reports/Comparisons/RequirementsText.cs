using System.Globalization;
using LabelSpec.Grammar;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Comparisons;

/// <summary>What the requirements say that the comparison was asked for, for people.</summary>
static class RequirementsText
{
    public static void Write(TextWriter writer, ComparisonReport report, Palette palette)
    {
        if (!report.Result.HasRequirements)
            return;
        List<string[]> rows =
        [
            ["requirement", "of", "metric", "score", "required", "right", "missing", "extra"],
        ];
        foreach (var requirement in report.Requirements)
        {
            var counts = requirement.Summary.Scores.Counts;
            rows.Add([
                Printable.Of(requirement.Requirement.Name),
                requirement.Requirement.Type.Name,
                requirement.Requirement.Metric.Name,
                requirement.Score is { } score ? Share(score) : "–",
                Share(requirement.Requirement.RequiredScore),
                Count.Of(counts.Valid),
                Count.Of(counts.Missing),
                Count.Of(counts.Extra),
            ]);
        }

        TextTable.Write(writer, rows);
        writer.WriteLine();
        foreach (var requirement in report.Requirements)
        {
            writer.WriteLine(Verdict(requirement, palette));
            if (requirement.IsCompleted)
                continue;
            writer.WriteLine();
            ConflictsText.Write(writer, requirement.Result, report.MaxPerType, palette);
        }

        if (report.Requirements is [.., { IsCompleted: true }])
            writer.WriteLine();
    }

    static string Verdict(JudgedRequirement requirement, Palette palette)
    {
        var name = Printable.Of(requirement.Requirement.Name);
        var sentence =
            $"{name}: {requirement.Requirement.Metric.Name} of {Share(requirement.Requirement.RequiredScore)}";
        return RequirementReasons.SentenceOf(requirement.Selection) is { } reason
                ? $"{palette.Of(Severity.Warning, "not computed")}: {name}: {reason}; counts as reached"
            : requirement.IsCompleted ? $"{palette.Good("reached")}: {sentence} ({Share(requirement.Score!.Value)})"
            : $"{palette.Of(Severity.Error, "not reached")}: {sentence} ({Share(requirement.Score!.Value)})";
    }

    static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
