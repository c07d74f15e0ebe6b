using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>The report of CVAT from 2.74 on: one requirement for each annotation type, each with a report of its own.</summary>
sealed class CvatRequirementsJson : CvatQualityJson
{
    /// <summary>The required score of CVAT's base requirements.</summary>
    const double RequiredScore = 0.7;

    public override void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        var items = CvatRequirement.All.Select(requirement => (requirement, requirement.Of(report.Result))).ToList();
        json.WriteStartObject("cvat");
        json.WriteStartObject("comparison_summary");
        json.WriteStartObject("requirements");
        json.WriteNumber("total_count", items.Count);
        json.WriteNumber("enabled_count", items.Count);
        json.WriteNumber("completed_count", items.Count(item => IsCompleted(item.Item2)));
        json.WriteNumber("not_computed_count", items.Count(item => !IsComputed(item.Item2)));
        json.WriteStartArray("items");
        foreach (var (requirement, result) in items)
            WriteItem(json, requirement, result);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("groups");
        foreach (var (requirement, result) in items.Where(item => IsComputed(item.Item2)))
        {
            json.WriteStartObject(requirement.Name);
            json.WriteStartObject("parameters");
            ParameterJson.Write(json, result.Parameters);
            json.WriteEndObject();
            CvatSummaryJson.Write(json, result, WorkHierarchy.Of(result));
            WriteMetrics(json, result);
            CvatFramesJson.Write(json, result);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteMetrics(Utf8JsonWriter json, ComparisonResult result)
    {
        json.WriteStartObject("metrics");
        foreach (var metric in CvatMetric.Of(ComparisonSummary.Of(result).Confusion))
        {
            json.WriteStartObject(metric.Name);
            json.WriteNumber("micro", metric.Micro);
            json.WriteNumber("mean", metric.Mean);
            json.WriteNumber("label", metric.Label);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void WriteItem(Utf8JsonWriter json, CvatRequirement requirement, ComparisonResult result)
    {
        json.WriteStartObject();
        json.WriteString("name", requirement.Name);
        json.WriteString("metric", "accuracy");
        if (IsComputed(result))
            json.WriteNumber("score", AccuracyOf(result));
        else
            json.WriteNull("score");
        var counts = ComparisonSummary.Of(result).Scores.Counts;
        json.WriteStartObject("score_components");
        json.WriteNumber("valid_count", counts.Valid);
        json.WriteNumber("missing_count", counts.Missing);
        json.WriteNumber("extra_count", counts.Extra);
        json.WriteEndObject();
        json.WriteNumber("threshold", RequiredScore);
        json.WriteStartObject("calculation");
        json.WriteString("status", IsComputed(result) ? "computed" : "not_computed");
        if (!IsComputed(result))
            json.WriteString("reason", "no_annotations");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static bool IsComputed(ComparisonResult result) => result.Images.Any(image => !image.Outcomes.IsEmpty);

    // A requirement without annotations counts as completed.
    static bool IsCompleted(ComparisonResult result) => !IsComputed(result) || AccuracyOf(result) >= RequiredScore;

    static double AccuracyOf(ComparisonResult result) => ComparisonSummary.Of(result).Scores.Accuracy;
}
