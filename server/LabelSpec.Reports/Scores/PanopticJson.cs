using System.Text.Json;
using LabelSpec.Quality.PanopticQuality;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>Panoptic quality for programs; <c>evaluation.md</c> of Quality describes it.</summary>
public static class PanopticJson
{
    public static void Write(PanopticReport report, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        json.WriteString("type", "panoptic");
        json.WriteNumber("images", report.Images);
        json.WriteStartObject("panoptic");
        foreach (var group in PanopticGroups.Of(report))
        {
            json.WriteStartObject(group.Name);
            WriteScore(json, group.Score);
            json.WriteNumber("categories", group.Categories);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("classes");
        for (var category = 0; category < report.Categories.Length; category++)
            WriteClass(json, report, category);
        json.WriteEndArray();
        ScoreJson.WriteFindings(json, report.Findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteClass(Utf8JsonWriter json, PanopticReport report, int category)
    {
        json.WriteStartObject();
        json.WriteString("name", report.Categories[category]);
        if (report.IsThing[category] is { } isThing)
            json.WriteBoolean("is_thing", isThing);
        WriteScore(json, report.Totals.Score(category));
        json.WriteNumber("hits", report.Totals.Hits(category));
        json.WriteNumber("false_alarms", report.Totals.FalseAlarms(category));
        json.WriteNumber("missed", report.Totals.Misses(category));
        json.WriteEndObject();
    }

    static void WriteScore(Utf8JsonWriter json, PanopticScore score)
    {
        ScoreJson.WriteNumber(json, "PQ", score.Pq);
        ScoreJson.WriteNumber(json, "SQ", score.Sq);
        ScoreJson.WriteNumber(json, "RQ", score.Rq);
        const string Absent = "neither side has a segment of it";
        ScoreJson.WriteUndefined(json, ("PQ", score.Pq, Absent), ("SQ", score.Sq, Absent), ("RQ", score.Rq, Absent));
    }
}
