using System.Text.Json;
using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Sarif;

/// <summary>One element of <c>results</c>.</summary>
static class SarifResult
{
    public static void Write(Utf8JsonWriter json, Finding finding, SarifRules rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
        json.WriteString("level", SarifLevel.Of(finding.Severity));
        SarifMessage.Write(json, "message", finding.Message);
        WriteLocation(json, finding);
        WriteRelated(json, finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(SarifReport.FingerprintName, finding.Fingerprint);
        json.WriteEndObject();
        WriteSuppression(json, finding);
        WriteFixes(json, finding);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        SarifLocations.WritePhysical(json, finding.Location);
        if (finding.Image is not null || finding.Annotation is not null)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", finding.Annotation ?? finding.Image);
            json.WriteString("fullyQualifiedName", QualifiedName(finding));
            json.WriteString("kind", finding.Annotation is null ? "image" : "annotation");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    static string QualifiedName(Finding finding) =>
        (finding.Image, finding.Annotation) switch
        {
            ({ } image, { } annotation) => $"{image}/{annotation}",
            (var image, var annotation) => image ?? annotation!,
        };

    static void WriteRelated(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Related.IsEmpty)
            return;
        json.WriteStartArray("relatedLocations");
        for (var index = 0; index < finding.Related.Length; index++)
        {
            var place = finding.Related[index];
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            SarifLocations.WritePhysical(json, place.Location);
            SarifMessage.Write(json, "message", place.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Baselines and waivers stand outside the data that they speak about.
    static void WriteSuppression(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Excuse is null)
            return;
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", finding.Excuse);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteFixes(Utf8JsonWriter json, Finding finding)
    {
        var fixes = finding.Fixes.Where(fix => !fix.Edits.IsEmpty).ToList();
        if (fixes.Count == 0)
            return;
        json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            SarifMessage.Write(json, "description", fix.Title);
            json.WriteStartArray("artifactChanges");
            foreach (var file in fix.Edits.GroupBy(edit => edit.File))
            {
                json.WriteStartObject();
                SarifLocations.WriteArtifact(json, "artifactLocation", file.Key);
                json.WriteStartArray("replacements");
                foreach (var edit in file)
                    WriteReplacement(json, edit);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteReplacement(Utf8JsonWriter json, FileEdit edit)
    {
        json.WriteStartObject();
        json.WriteStartObject("deletedRegion");
        json.WriteNumber("byteOffset", edit.Start);
        json.WriteNumber("byteLength", edit.End - edit.Start);
        json.WriteEndObject();
        if (edit.Text.Length > 0)
        {
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Values.IsEmpty)
            return;
        json.WriteStartObject("properties");
        FindingJson.WriteValues(json, finding);
        json.WriteEndObject();
    }
}
