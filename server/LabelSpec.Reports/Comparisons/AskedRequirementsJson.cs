using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>What the requirements say that the comparison was asked for, as the property <c>requirements</c>.</summary>
static class AskedRequirementsJson
{
    public static void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        if (!report.Result.HasRequirements)
            return;
        json.WriteStartArray("requirements");
        foreach (var requirement in report.Requirements)
        {
            json.WriteStartObject();
            json.WriteString("name", requirement.Requirement.Name);
            json.WriteString("annotation_type", requirement.Requirement.Type.Name);
            json.WriteString("filter", requirement.Requirement.Filter.Text);
            json.WriteString("metric", requirement.Requirement.Metric.Name);
            if (requirement.Score is { } score)
                json.WriteNumber("score", score);
            else
                json.WriteNull("score");
            json.WriteNumber("required_score", requirement.Requirement.RequiredScore);
            json.WriteBoolean("completed", requirement.IsCompleted);
            if (RequirementReasons.SentenceOf(requirement.Selection) is { } reason)
                json.WriteString("reason", reason);
            WriteCounts(json, requirement.Summary.Scores.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("completed", report.Result.AreRequirementsCompleted);
    }

    static void WriteCounts(Utf8JsonWriter json, Counts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("valid", counts.Valid);
        json.WriteNumber("missing", counts.Missing);
        json.WriteNumber("extra", counts.Extra);
        json.WriteNumber("total", counts.Total);
        json.WriteNumber("gt", counts.Truth);
        json.WriteNumber("work", counts.Work);
        json.WriteEndObject();
    }
}
