using System.Globalization;
using System.Text.Json;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Json;

/// <summary>One element of <c>findings</c>.</summary>
static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", SeverityName.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("file", finding.Location.File);
        json.WriteNumber("line", finding.Location.Line);
        json.WriteNumber("column", finding.Location.Column);
        json.WriteNumber("endLine", finding.Location.EndLine);
        json.WriteNumber("endColumn", finding.Location.EndColumn);
        json.WriteString("image", finding.Image);
        WriteId(json, finding.Annotation);
        WriteRelated(json, finding);
        WriteValues(json, finding);
        WriteFixes(json, finding);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
    }

    // COCO writes ids as numbers and readers compare them with numbers; other formats have ids such as "a-17".
    static void WriteId(Utf8JsonWriter json, string? id)
    {
        if (
            long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == id
        )
            json.WriteNumber("annotation", number);
        else
            json.WriteString("annotation", id);
    }

    static void WriteRelated(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("related");
        foreach (var place in finding.Related)
        {
            json.WriteStartObject();
            WriteId(json, place.Annotation);
            json.WriteString("file", place.Location.File);
            json.WriteNumber("line", place.Location.Line);
            json.WriteNumber("column", place.Location.Column);
            json.WriteString("message", place.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteValues(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("values");
        foreach (var value in finding.Values)
        {
            if (value.Number is { } number)
                JsonOutput.WriteNumberOrText(json, value.Name, number);
            else if (value.Flag is { } flag)
                json.WriteBoolean(value.Name, flag);
            else
                json.WriteString(value.Name, value.Text);
        }

        json.WriteEndObject();
    }

    static void WriteFixes(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                json.WriteString("file", edit.File);
                json.WriteNumber("start", edit.Start);
                json.WriteNumber("end", edit.End);
                json.WriteString("text", edit.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
