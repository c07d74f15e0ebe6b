using System.Text.Json;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>The evaluation of predictions for programs; <c>docs/evaluation.md</c> describes it.</summary>
public static class EvaluationJson
{
    public static void Write(EvaluationReport report, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        json.WriteString("type", EvaluationWords.Of(report.Settings.Task));
        json.WriteString("mode", EvaluationWords.Of(report.Settings.Mode));
        json.WriteNumber("images", report.Images);
        json.WriteNumber("truths", report.Truths);
        json.WriteNumber("predictions", report.Predictions);
        json.WriteStartObject("coco");
        WriteScores(json, report.Coco.Scores);
        json.WriteEndObject();
        WriteClasses(json, report);
        ScoreJson.WriteFindings(json, report.Findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteClasses(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("classes");
        foreach (var category in report.Classes)
        {
            json.WriteStartObject();
            json.WriteString("name", category.Name);
            json.WriteNumber("truths", category.Truths);
            json.WriteNumber("predictions", category.Predictions);
            WriteScores(json, category.Scores);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteScores(Utf8JsonWriter json, IEnumerable<CocoScore> scores)
    {
        foreach (var score in scores)
            json.WriteNumber(score.Name, score.Value);
    }
}
