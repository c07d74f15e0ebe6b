using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Consensus;
using LabelSpec.Quality.Consensus.Labels;
using LabelSpec.Quality.Consensus.Models;
using LabelSpec.Reports.Json;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>Agreement and consensus on tables of labels.</summary>
public static class LabelsReport
{
    const int MostAnnotators = 20;

    public static void WriteAgreement(
        LabelTable table,
        TableAgreement agreement,
        ReportContext context,
        bool asJson,
        Stream output
    )
    {
        if (asJson)
        {
            using var json = JsonOutput.Open(output);
            json.WriteStartObject();
            ScoreJson.WriteHead(json, context);
            json.WriteNumber("annotators", table.Annotators.Length);
            json.WriteNumber("items", table.Items.Length);
            json.WriteNumber("answers", table.Votes.Votes.Count);
            ScoreJson.WriteTexts(json, "labels", table.Labels);
            AgreementJson.WriteTable(json, agreement);
            json.WriteEndObject();
            JsonOutput.Close(json, output);
            return;
        }

        using var writer = ScoreText.Open(output);
        writer.WriteLine(Counts(table));
        writer.WriteLine();
        writer.WriteLine($"percent  {AgreementWords.Of(agreement.Percent)}");
        writer.WriteLine($"Cohen    {AgreementWords.Of(agreement.Cohen)}");
        if (agreement.WeightedCohen is { } weighted)
            writer.WriteLine($"weighted {AgreementWords.Of(weighted)}");
        writer.WriteLine($"Fleiss   {AgreementWords.Of(agreement.Fleiss)}");
        writer.WriteLine(
            $"{(agreement.WeightedCohen is null ? "AC1" : "AC2")}      {AgreementWords.Of(agreement.Gwet)}"
        );
        writer.WriteLine($"alpha    {AgreementWords.Of(agreement.Alpha)}{Remarks(agreement)}");
    }

    static string Remarks(TableAgreement agreement)
    {
        if (!agreement.Alpha.IsDefined)
            return "";
        var interval = agreement.AlphaInterval;
        return $" ({AgreementWords.Of(agreement.Level)}, {AgreementWords.Meaning(agreement.Alpha)})"
            + (
                double.IsNaN(interval.Low)
                    ? ""
                    : $", 95 % interval {ScoreText.Of(interval.Low)} .. {ScoreText.Of(interval.High)}"
            );
    }

    public static void WriteConsensus(
        LabelTable table,
        LabelEstimate estimate,
        ConsensusMethod method,
        int undecided,
        ReportContext context,
        bool asJson,
        Stream output
    )
    {
        if (asJson)
        {
            using var json = JsonOutput.Open(output);
            json.WriteStartObject();
            ScoreJson.WriteHead(json, context);
            json.WriteString("method", ConsensusWords.Of(method));
            json.WriteNumber("items", table.Items.Length);
            json.WriteNumber("undecided", undecided);
            json.WriteNumber("iterations", estimate.Iterations);
            ScoreJson.WriteNumber(json, "log_likelihood", estimate.LogLikelihood);
            json.WriteStartArray("annotators");
            foreach (var (name, skill) in table.Annotators.Zip(estimate.Skills))
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                ScoreJson.WriteNumber(json, "skill", skill);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            JsonOutput.Close(json, output);
            return;
        }

        using var writer = ScoreText.Open(output);
        writer.WriteLine($"{Counts(table)}, by {ConsensusWords.Of(method)}; {Count.Of(undecided)} undecided");
        writer.WriteLine();
        var lines = new TextTable("annotator", "answers", "skill");
        var answers = table.Votes.Votes.CountBy(vote => vote.Worker).ToDictionary();
        foreach (
            var worker in Enumerable
                .Range(0, table.Annotators.Length)
                .OrderByDescending(worker => answers.GetValueOrDefault(worker))
                .Take(MostAnnotators)
        )
            lines.Add(
                Printable.Of(table.Annotators[worker]),
                Count.Of(answers.GetValueOrDefault(worker)),
                ScoreText.Of(estimate.Skills[worker])
            );
        lines.Write(writer, new Palette(context.Colour));
        if (table.Annotators.Length > MostAnnotators)
            writer.WriteLine($"… {Count.Of(table.Annotators.Length - MostAnnotators)} more (--format json lists all)");
    }

    static string Counts(LabelTable table) =>
        $"{Count.Of(table.Annotators.Length, "annotator")}, {Count.Of(table.Items.Length, "item")}, "
        + $"{Count.Of(table.Votes.Votes.Count, "answer")}, {Count.Of(table.Labels.Length, "label")}";
}
