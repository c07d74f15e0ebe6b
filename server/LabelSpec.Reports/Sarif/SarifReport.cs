using System.Text.Json;
using LabelSpec.Engine;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Sarif;

/// <summary>
/// SARIF 2.1.0 (OASIS standard of 27 March 2020). Columns count UTF-16 units, edits and regions carry byte offsets,
/// and results are recognised across runs by the finding's fingerprint.
/// </summary>
public sealed class SarifReport : IReport
{
    const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>The name of the fingerprint; its number rises when fingerprints are made in another way.</summary>
    internal const string FingerprintName = "labelspec/v1";

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        var rules = SarifRules.Of(result);

        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, context, rules);
        WriteInvocation(json, result, context);
        WriteRoot(json, context);
        WriteArtifacts(json, result);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteResults(json, result, context, rules);
        WriteProperties(json, result);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteTool(Utf8JsonWriter json, ReportContext context, SarifRules rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "labelspec");
        json.WriteString("version", context.ToolVersion);
        json.WriteString("semanticVersion", context.ToolVersion);
        rules.Write(json, context.Help);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteInvocation(Utf8JsonWriter json, AnalysisResult result, ReportContext context)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", context.ExitCode is 0 or 1);
        json.WriteNumber("exitCode", context.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var input in result.Inputs.Where(input => input.Problem is not null))
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            SarifMessage.Write(json, "message", input.Problem!);
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            SarifLocations.WriteArtifact(json, "artifactLocation", input.Path);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteRoot(Utf8JsonWriter json, ReportContext context)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifLocations.RootName);
        json.WriteString("uri", SarifLocations.FolderUri(context.Root));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteArtifacts(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartArray("artifacts");
        foreach (var input in result.Inputs)
        {
            json.WriteStartObject();
            SarifLocations.WriteArtifact(json, "location", input.Path);
            if (input.Sha256 is { } hash)
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", hash);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteResults(Utf8JsonWriter json, AnalysisResult result, ReportContext context, SarifRules rules)
    {
        json.WriteStartArray("results");
        foreach (var finding in result.GuidelineFindings)
            SarifResult.Write(json, finding, rules);
        foreach (var finding in ShownFindings.Of(result.Findings, context.MaxPerRule))
        {
            SarifResult.Write(json, finding, rules);
            JsonOutput.FlushWhenFull(json);
        }

        foreach (var finding in ShownFindings.Of(result.Excused, context.MaxPerRule))
        {
            SarifResult.Write(json, finding, rules);
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteProperties(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("properties");
        if (result.Guideline is { } guideline)
        {
            json.WriteStartObject("guideline");
            json.WriteString("name", guideline.Name);
            json.WriteString("version", guideline.Version);
            json.WriteString("sha256", guideline.Sha256);
            json.WriteEndObject();
        }

        json.WriteNumber("images", result.Summary.Images);
        json.WriteNumber("annotations", result.Summary.Annotations);
        json.WriteNumber("known", result.Summary.Known);
        json.WriteNumber("waived", result.Summary.Waived);
        json.WriteEndObject();
    }
}
