using System.Text.Json;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>The agreement of annotators for programs; <c>agreement.md</c> of Quality describes it.</summary>
public static class AgreementJson
{
    public static void Write(AgreementReport report, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        ScoreJson.WriteTexts(json, "annotators", report.Annotators);
        json.WriteNumber("overlap", report.Settings.Overlap);
        json.WriteNumber("images", report.Images);
        json.WriteNumber("shared_images", report.SharedImages);
        json.WriteNumber("empty_images", report.EmptyImages);
        json.WriteNumber("units", report.Units);
        WriteTable(json, "objects", report.Objects);
        WriteTable(json, "classes", report.Classes);
        WriteCoefficient(json, "mean_image_alpha", report.MeanImageAlpha);
        WriteCurve(json, report);
        json.WriteStartObject("by");
        WriteAnnotators(json, report);
        WritePairs(json, report);
        WriteClasses(json, report);
        WriteAttributes(json, report);
        WriteImages(json, report);
        WriteRules(json, report);
        json.WriteEndObject();
        WriteGates(json, report);
        WriteConfusions(json, "confusions", report.Confusions);
        ScoreJson.WriteFindings(json, report.Findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    internal static void WriteTable(Utf8JsonWriter json, string name, TableAgreement table)
    {
        json.WriteStartObject(name);
        WriteTable(json, table);
        json.WriteEndObject();
    }

    internal static void WriteTable(Utf8JsonWriter json, TableAgreement table)
    {
        json.WriteString("level", AgreementWords.Of(table.Level));
        WriteCoefficient(json, "percent", table.Percent);
        WriteCoefficient(json, "cohen_kappa", table.Cohen);
        if (table.WeightedCohen is { } weighted)
            WriteCoefficient(json, "weighted_kappa", weighted);
        WriteCoefficient(json, "fleiss_kappa", table.Fleiss);
        WriteCoefficient(json, table.WeightedCohen is null ? "ac1" : "ac2", table.Gwet);
        WriteCoefficient(json, "alpha", table.Alpha);
        json.WriteStartObject("alpha_interval");
        WriteInterval(json, table.AlphaInterval);
        json.WriteEndObject();
    }

    internal static void WriteInterval(Utf8JsonWriter json, BootstrapInterval interval)
    {
        ScoreJson.WriteNumber(json, "low", interval.Low);
        ScoreJson.WriteNumber(json, "high", interval.High);
        json.WriteNumber("samples", interval.Samples);
        if (double.IsNaN(interval.Low))
            json.WriteString("undefined", AgreementWords.WhyNone(interval));
    }

    internal static void WriteCoefficient(Utf8JsonWriter json, string name, Coefficient coefficient)
    {
        json.WriteStartObject(name);
        ScoreJson.WriteNumber(json, "value", coefficient.Value);
        ScoreJson.WriteNumber(json, "observed", coefficient.Observed);
        ScoreJson.WriteNumber(json, "expected", coefficient.Expected);
        json.WriteNumber("items", coefficient.Items);
        if (coefficient.Undefined is { } reason)
            json.WriteString("undefined", reason);
        json.WriteEndObject();
    }

    internal static void WriteConfusions(Utf8JsonWriter json, string name, IEnumerable<Confusion> confusions)
    {
        json.WriteStartArray(name);
        foreach (var confusion in confusions)
        {
            json.WriteStartObject();
            json.WriteString("first", confusion.First);
            json.WriteString("second", confusion.Second);
            json.WriteNumber("pairs", confusion.Pairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteCurve(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("curve");
        foreach (var point in report.Curve)
        {
            json.WriteStartObject();
            json.WriteNumber("overlap", point.Overlap);
            json.WriteNumber("units", point.Units);
            WriteCoefficient(json, "alpha", point.Alpha);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteAnnotators(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("annotator");
        foreach (var annotator in report.ByAnnotator)
        {
            json.WriteStartObject();
            json.WriteString("name", annotator.Name);
            json.WriteNumber("images", annotator.Images);
            json.WriteNumber("annotations", annotator.Annotations);
            json.WriteNumber("alone", annotator.Alone);
            json.WriteNumber("missed", annotator.Missed);
            if (annotator.AlphaWithout is { } without)
                WriteCoefficient(json, "alpha_without", without);
            ScoreJson.WriteNumber(json, "vitality", annotator.Vitality ?? double.NaN);
            ScoreJson.WriteUndefined(
                json,
                (
                    "vitality",
                    annotator.Vitality ?? double.NaN,
                    annotator.AlphaWithout is null
                        ? "without them fewer than two annotators are left"
                        : "alpha is degenerate, with them or without"
                )
            );
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WritePairs(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("pair");
        foreach (var pair in report.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", report.Annotators[pair.First]);
            json.WriteString("second", report.Annotators[pair.Second]);
            json.WriteNumber("images", pair.Images);
            WriteCoefficient(json, "alpha", pair.Alpha);
            WriteCoefficient(json, "cohen_kappa", pair.Cohen);
            ScoreJson.WriteNumber(json, "f1", pair.F1);
            ScoreJson.WriteNumber(json, "mean_iou", pair.MeanOverlap);
            ScoreJson.WriteUndefined(
                json,
                ("f1", pair.F1, "neither drew anything in the images of both"),
                ("mean_iou", pair.MeanOverlap, "there is no object that both drew")
            );
            json.WriteStartObject("errors");
            foreach (var (kind, count) in pair.Errors)
                json.WriteNumber(EvaluationWords.Of(kind), count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteClasses(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("class");
        foreach (var category in report.ByClass)
        {
            json.WriteStartObject();
            json.WriteString("name", category.Name);
            json.WriteNumber("units", category.Units);
            json.WriteNumber("unanimous", category.Unanimous);
            WriteCoefficient(json, "alpha", category.Alpha);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteAttributes(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("attribute");
        foreach (var attribute in report.ByAttribute)
        {
            json.WriteStartObject();
            json.WriteString("name", attribute.Name);
            json.WriteString("of", attribute.IsOfImage ? "image" : "annotation");
            json.WriteNumber("items", attribute.Items);
            WriteTable(json, "agreement", attribute.Agreement);
            if (!attribute.Outside.IsEmpty)
                ScoreJson.WriteTexts(json, "outside", attribute.Outside);
            WriteConfusions(json, "confusions", attribute.Confusions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteRules(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("rule");
        foreach (var rule in report.ByRule)
        {
            json.WriteStartObject();
            json.WriteString("name", rule.Name);
            json.WriteNumber("disputed", rule.Disputed);
            json.WriteStartObject("images");
            foreach (var (name, images) in report.Annotators.Zip(rule.ImagesOf))
                json.WriteNumber(name, images);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteGates(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("gates");
        foreach (var gate in report.Gates)
        {
            json.WriteStartObject();
            json.WriteString("text", gate.Text);
            ScoreJson.WriteNumber(json, "value", gate.Value);
            if (gate.IsReached is { } isReached)
                json.WriteBoolean("reached", isReached);
            else
                json.WriteString("undefined", gate.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteImages(Utf8JsonWriter json, AgreementReport report)
    {
        json.WriteStartArray("image");
        foreach (var image in report.ByImage)
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name);
            json.WriteNumber("annotators", image.Annotators);
            json.WriteNumber("units", image.Units);
            json.WriteNumber("disputed", image.Disputed);
            WriteCoefficient(json, "percent", image.Percent);
            WriteCoefficient(json, "alpha", image.Alpha);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }
}
