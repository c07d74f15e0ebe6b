using System.Text.Json;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine;

namespace LabelSpec.Reports.Json;

/// <summary>The report for programs; <c>docs/json.md</c> and <c>report.schema.json</c> describe it.</summary>
public sealed class JsonReport : IReport
{
    /// <summary>Rises when something is removed or changes its meaning; new properties do not raise it.</summary>
    public const int Version = 1;

    // There may be a hundred thousand inputs.
    static readonly JsonEncodedText PathName = JsonEncodedText.Encode("path");
    static readonly JsonEncodedText FormatName = JsonEncodedText.Encode("format");
    static readonly JsonEncodedText HashName = JsonEncodedText.Encode("sha256");
    static readonly JsonEncodedText ImagesName = JsonEncodedText.Encode("images");
    static readonly JsonEncodedText AnnotationsName = JsonEncodedText.Encode("annotations");

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        // Asked for the first finding, the list makes the next ones while the inputs are written.
        using var shown = ShownFindings.Of(result.Findings, context.MaxPerRule).GetEnumerator();
        var isThere = shown.MoveNext();
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartObject("tool");
        json.WriteString("name", "labelspec");
        json.WriteString("version", context.ToolVersion);
        json.WriteEndObject();
        WriteGuideline(json, result.Guideline);
        WriteInputs(json, result);
        WriteSummary(json, result);
        json.WriteStartArray("findings");
        foreach (var finding in result.GuidelineFindings)
            FindingJson.Write(json, finding);
        for (; isThere; isThere = shown.MoveNext())
        {
            FindingJson.Write(json, shown.Current);
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteGuideline(Utf8JsonWriter json, AnalysedGuideline? guideline)
    {
        if (guideline is null)
        {
            json.WriteNull("spec");
            return;
        }

        json.WriteStartObject("spec");
        json.WriteString("name", guideline.Name);
        json.WriteString("version", guideline.Version);
        json.WriteString("sha256", guideline.Sha256);
        json.WriteEndObject();
    }

    static void WriteInputs(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartArray("inputs");
        Span<byte> hash = stackalloc byte[SourceFile.Sha256Length];
        foreach (var input in result.Inputs)
        {
            json.WriteStartObject();
            json.WriteString(PathName, input.Path);
            json.WriteString(FormatName, input.Format);
            if (input.TryCopySha256(hash))
                json.WriteString(HashName, hash);
            else
                json.WriteString(HashName, input.Sha256);
            json.WriteNumber(ImagesName, input.Images);
            json.WriteNumber(AnnotationsName, input.Annotations);
            if (input.Problem is { } problem)
                json.WriteString("problem", problem);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteSummary(Utf8JsonWriter json, AnalysisResult result)
    {
        var summary = result.Summary;
        json.WriteStartObject("summary");
        json.WriteNumber("images", summary.Images);
        json.WriteNumber("annotations", summary.Annotations);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("warnings", summary.Warnings);
        json.WriteNumber("infos", summary.Infos);
        json.WriteNumber("hints", summary.Hints);
        json.WriteNumber("known", summary.Known);
        json.WriteNumber("waived", summary.Waived);
        json.WriteNumber("duration_ms", Math.Round(summary.Duration.TotalMilliseconds, 1));
        RuleTallyJson.Write(json, result.Rules);
        json.WriteEndObject();
    }
}
