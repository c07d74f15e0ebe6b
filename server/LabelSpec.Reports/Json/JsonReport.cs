using System.Text.Json;
using LabelSpec.Engine;

namespace LabelSpec.Reports.Json;

/// <summary>The report for programs; <c>docs/json.md</c> and <c>report.schema.json</c> describe it.</summary>
public sealed class JsonReport : IReport
{
    /// <summary>Rises when something is removed or changes its meaning; new properties do not raise it.</summary>
    public const int Version = 1;

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        result.Findings.Announce();
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
        WriteFindings(json, result, context.MaxPerRule);
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
        foreach (var input in result.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("path", input.Path);
            json.WriteString("format", input.Format);
            json.WriteString("sha256", input.Sha256);
            json.WriteNumber("images", input.Images);
            json.WriteNumber("annotations", input.Annotations);
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

    static void WriteFindings(Utf8JsonWriter json, AnalysisResult result, int maxPerRule)
    {
        json.WriteStartArray("findings");
        foreach (var finding in result.GuidelineFindings)
            FindingJson.Write(json, finding);
        foreach (var finding in ShownFindings.Of(result.Findings, maxPerRule))
        {
            FindingJson.Write(json, finding);
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }
}
