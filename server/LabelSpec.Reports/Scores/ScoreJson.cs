using System.Text.Json;
using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>What reports of scores in JSON have in common.</summary>
static class ScoreJson
{
    /// <summary>Rises when something is removed or changes its meaning; new properties do not raise it.</summary>
    const int Version = 1;

    public static void WriteHead(Utf8JsonWriter json, ReportContext context)
    {
        json.WriteNumber("version", Version);
        json.WriteStartObject("tool");
        json.WriteString("name", "labelspec");
        json.WriteString("version", context.ToolVersion);
        json.WriteEndObject();
    }

    public static void WriteFindings(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
            FindingJson.Write(json, finding);
        json.WriteEndArray();
    }

    /// <summary>A number in full precision; null where there is none.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    /// <summary>Properties that are null, with the reasons why, as <c>undefined</c>; nothing where there are none.</summary>
    public static void WriteUndefined(
        Utf8JsonWriter json,
        params ReadOnlySpan<(string Name, double Value, string Reason)> numbers
    )
    {
        var hasAny = false;
        foreach (var (name, value, reason) in numbers)
        {
            if (double.IsFinite(value))
                continue;
            if (!hasAny)
                json.WriteStartObject("undefined");
            hasAny = true;
            json.WriteString(name, reason);
        }

        if (hasAny)
            json.WriteEndObject();
    }

    public static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
