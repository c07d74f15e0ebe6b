using System.Text.Json;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Tracking;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>Tracking measures for programs; <c>evaluation.md</c> of Quality describes them.</summary>
public static class TrackingJson
{
    public static void Write(
        TrackingReport report,
        IReadOnlyList<Finding> findings,
        ReportContext context,
        Stream output
    )
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        json.WriteString("type", "tracks");
        json.WriteStartObject("tracking");
        WriteScores(json, TrackingScores.Of(report));
        json.WriteEndObject();
        json.WriteStartArray("sequences");
        foreach (var sequence in report.Sequences)
        {
            json.WriteStartObject();
            json.WriteString("name", sequence.Name);
            WriteScores(json, TrackingScores.Of(sequence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("hota_curve");
        foreach (var (threshold, at) in TrackingReport.Thresholds.Zip(report.AtThresholds))
        {
            json.WriteStartObject();
            json.WriteNumber("similarity", threshold);
            json.WriteNumber("HOTA", at.Hota);
            json.WriteNumber("DetA", at.DetA);
            json.WriteNumber("AssA", at.AssA);
            json.WriteNumber("LocA", at.LocA);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ScoreJson.WriteFindings(json, findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteScores(Utf8JsonWriter json, IEnumerable<(string Name, double Value, bool IsCount)> scores)
    {
        foreach (var (name, value, isCount) in scores)
            if (isCount)
                json.WriteNumber(name, (long)value);
            else
                ScoreJson.WriteNumber(json, name, value);
    }
}
