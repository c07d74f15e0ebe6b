using System.Text.Json;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>The parts of an evaluation that were asked for.</summary>
static class EvaluationDetailJson
{
    public static void Write(Utf8JsonWriter json, EvaluationReport report)
    {
        if (!report.Curves.IsEmpty)
            WriteCurves(json, report.Curves);
        if (!report.Slices.IsEmpty)
            WriteSlices(json, report);
        if (report.Tide is { } tide)
        {
            json.WriteStartObject("tide");
            json.WriteNumber("ap", tide.Ap);
            json.WriteStartObject("errors");
            foreach (var error in tide.Errors)
            {
                json.WriteStartObject(EvaluationWords.Of(error.Kind));
                json.WriteNumber("count", error.Count);
                json.WriteNumber("ap_gain", error.ApGain);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteNumber("false_positive_gain", tide.FalsePositiveGain);
            json.WriteNumber("false_negative_gain", tide.FalseNegativeGain);
            json.WriteEndObject();
        }

        if (!report.Comparison.IsEmpty)
            WriteComparison(json, report);
        if (!report.Rules.IsEmpty)
            RuleTallyJson.Write(json, report.Rules);
    }

    static void WriteCurves(Utf8JsonWriter json, IEnumerable<PrecisionCurve> curves)
    {
        json.WriteStartArray("curves");
        foreach (var curve in curves)
        {
            json.WriteStartObject();
            json.WriteString("name", curve.Name);
            ScoreJson.WriteNumbers(json, "precision", curve.Precision);
            ScoreJson.WriteNumbers(json, "score", curve.Scores);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteSlices(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("slices");
        foreach (var slice in report.Slices)
        {
            json.WriteStartObject();
            json.WriteString("name", slice.Name);
            json.WriteNumber("truths", slice.Truths);
            EvaluationJson.WriteScores(json, slice.Scores);
            if (slice.Best is { } point)
            {
                json.WritePropertyName("operating");
                EvaluationJson.WritePoint(json, point);
            }

            json.WriteStartArray("points");
            foreach (var each in slice.Points)
                EvaluationJson.WritePoint(json, each);
            json.WriteEndArray();
            if (!slice.Curves.IsEmpty)
                WriteCurves(json, slice.Curves);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteComparison(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("comparison");
        foreach (var comparison in report.Comparison)
        {
            json.WriteStartObject();
            json.WriteString("metric", comparison.Metric);
            ScoreJson.WriteNumber(json, "value", comparison.Value);
            ScoreJson.WriteNumber(json, "other", comparison.Other);
            ScoreJson.WriteNumber(json, "difference", comparison.Difference);
            ScoreJson.WriteNumber(json, "low", comparison.Interval.Low);
            ScoreJson.WriteNumber(json, "high", comparison.Interval.High);
            ScoreJson.WriteNumber(json, "p", comparison.PermutationP);
            json.WriteNumber("samples", comparison.Interval.Samples);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
