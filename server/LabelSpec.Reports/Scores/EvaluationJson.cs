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
        if (report.Lvis is { } lvis)
        {
            json.WriteStartObject("lvis");
            WriteScores(json, lvis.Scores);
            json.WriteEndObject();
        }

        WriteClasses(json, report);
        WriteOperating(json, report);
        EvaluationDetailJson.Write(json, report);
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

    static void WriteOperating(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartObject("operating");
        json.WriteNumber("iou", .5);
        if (report.Operating.Best is { } best)
        {
            json.WritePropertyName("best");
            WritePoint(json, best);
        }

        json.WriteStartArray("points");
        foreach (var point in report.Operating.Points)
            WritePoint(json, point);
        json.WriteEndArray();
        json.WriteStartArray("classes");
        foreach (var (category, point) in report.Classes.Zip(report.BestOfClasses))
            if (point is { } of)
            {
                json.WriteStartObject();
                json.WriteString("name", category.Name);
                json.WritePropertyName("best");
                WritePoint(json, of);
                json.WriteEndObject();
            }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WritePoint(Utf8JsonWriter json, OperatingPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("score", point.Score);
        json.WriteNumber("hits", point.Hits);
        json.WriteNumber("false_alarms", point.FalseAlarms);
        json.WriteNumber("missed", point.Missed);
        ScoreJson.WriteNumber(json, "precision", point.Precision);
        ScoreJson.WriteNumber(json, "recall", point.Recall);
        ScoreJson.WriteNumber(json, "f1", point.F1);
        ScoreJson.WriteNumber(json, "accuracy", point.Accuracy);
        ScoreJson.WriteUndefined(
            json,
            ("precision", point.Precision, "no prediction has this score"),
            ("recall", point.Recall, "there is no object to find"),
            ("f1", point.F1, "neither an object nor a prediction is there"),
            ("accuracy", point.Accuracy, "neither an object nor a prediction is there")
        );
        json.WriteEndObject();
    }

    internal static void WriteScores(Utf8JsonWriter json, IEnumerable<CocoScore> scores)
    {
        foreach (var score in scores)
            json.WriteNumber(score.Name, score.Value);
    }
}
