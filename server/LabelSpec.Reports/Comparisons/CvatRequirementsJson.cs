using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>
/// The report of CVAT from 2.74 on: the requirements that the comparison was asked for, or else one for each annotation type, each
/// with a report of its own.
/// </summary>
sealed class CvatRequirementsJson : CvatQualityJson
{
    public override void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        var requirements = report.Requirements;
        var work = WorkHierarchy.Of(report.Result);
        json.WriteStartObject("cvat");
        json.WriteStartObject("comparison_summary");
        CvatSummaryJson.WriteFrames(json, report.Result);
        CvatSummaryJson.WriteConflicts(json, [.. DistinctConflicts(requirements)], report.Result.Images.Length);
        WriteJobs(json, work, requirements);
        WriteRequirements(json, report, requirements);
        json.WriteEndObject();
        json.WriteStartObject("groups");
        foreach (var requirement in requirements)
            WriteGroup(json, requirement, work);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What several requirements find is one conflict (CVAT, deduplicate_annotation_conflicts).
    static IEnumerable<Conflict> DistinctConflicts(IReadOnlyList<JudgedRequirement> requirements) =>
        requirements
            .SelectMany(requirement =>
                requirement.Result.Images.SelectMany(image => image.Conflicts.Select(conflict => (image, conflict)))
            )
            .DistinctBy(item => (KeyOf(item.image), item.conflict.Type, item.conflict.Truth, item.conflict.Work))
            .Select(item => item.conflict);

    static (string, Dataset, int) KeyOf(ImageResult image) => (image.Name, image.Data.Work, image.Pair.WorkRows[0]);

    static void WriteJobs(Utf8JsonWriter json, WorkHierarchy? work, IReadOnlyList<JudgedRequirement> requirements)
    {
        if (work is null)
        {
            json.WriteNull("jobs");
            return;
        }

        json.WriteStartObject("jobs");
        CvatSummaryJson.WriteJobNames(json, work);
        string[] completed =
        [
            .. work
                .Jobs.Where(job => job.ValidatedFrames > 0 && requirements.All(each => each.IsCompletedIn(job)))
                .Select(job => job.Name),
        ];
        CvatSummaryJson.WriteNames(json, "completed", completed);
        json.WriteNumber("completed_count", completed.Length);
        json.WriteEndObject();
    }

    static void WriteRequirements(
        Utf8JsonWriter json,
        ComparisonReport report,
        IReadOnlyList<JudgedRequirement> requirements
    )
    {
        json.WriteStartObject("requirements");
        json.WriteNumber("total_count", report.Result.RequirementCount ?? requirements.Count);
        json.WriteNumber("enabled_count", requirements.Count);
        json.WriteNumber("completed_count", requirements.Count(requirement => requirement.IsCompleted));
        json.WriteNumber("not_computed_count", requirements.Count(requirement => requirement.Score is null));
        json.WriteStartArray("items");
        foreach (var requirement in requirements)
        {
            json.WriteStartObject();
            json.WriteString("name", requirement.Requirement.Name);
            json.WriteString("metric", requirement.Requirement.Metric.Name);
            WriteScore(json, requirement);
            WriteComponents(json, requirement);
            json.WriteNumber("threshold", requirement.Requirement.RequiredScore);
            WriteCalculation(json, requirement.Selection, withSides: false);
            WriteId(json, "requirement_id", requirement.Requirement.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteGroup(Utf8JsonWriter json, JudgedRequirement requirement, WorkHierarchy? work)
    {
        json.WriteStartObject(requirement.Requirement.Name);
        json.WriteStartObject("parameters");
        RequirementJson.Write(json, requirement.Requirement);
        json.WriteEndObject();
        json.WriteStartObject("comparison_summary");
        CvatSummaryJson.WriteAll(json, requirement.Result, work);
        WriteScore(json, requirement);
        WriteComponents(json, requirement);
        WriteCalculation(json, requirement.Selection, withSides: true);
        json.WriteEndObject();
        WriteMetrics(json, requirement);
        CvatFramesJson.Write(json, requirement.Result);
        json.WriteEndObject();
    }

    static void WriteMetrics(Utf8JsonWriter json, JudgedRequirement requirement)
    {
        json.WriteStartObject("metrics");
        foreach (var metric in CvatMetric.Of(requirement.Summary.Confusion))
        {
            json.WriteStartObject(metric.Name);
            json.WriteNumber("micro", metric.Micro);
            json.WriteNumber("mean", metric.Mean);
            json.WriteNumber("label", metric.Label);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void WriteScore(Utf8JsonWriter json, JudgedRequirement requirement)
    {
        if (requirement.Score is { } score)
            json.WriteNumber("score", score);
        else
            json.WriteNull("score");
    }

    static void WriteComponents(Utf8JsonWriter json, JudgedRequirement requirement)
    {
        var counts = requirement.Summary.Scores.Counts;
        json.WriteStartObject("score_components");
        json.WriteNumber("valid_count", counts.Valid);
        json.WriteNumber("missing_count", counts.Missing);
        json.WriteNumber("extra_count", counts.Extra);
        json.WriteEndObject();
    }

    static void WriteCalculation(Utf8JsonWriter json, RequirementSelection selection, bool withSides)
    {
        json.WriteStartObject("calculation");
        if (RequirementReasons.NameOf(selection.Reason) is not { } reason)
            json.WriteString("status", "computed");
        else
        {
            json.WriteString("status", "not_computed");
            json.WriteString("reason", reason);
            if (withSides)
            {
                WriteSide(json, "annotations", selection.Work);
                WriteSide(json, "ground_truth", selection.Truth);
            }
        }

        json.WriteEndObject();
    }

    static void WriteSide(Utf8JsonWriter json, string name, RequirementSide side)
    {
        json.WriteStartObject(name);
        json.WriteNumber("candidate_count", side.Candidates);
        json.WriteNumber("selected_count", side.Selected);
        CvatSummaryJson.WriteNames(json, "missing_attributes", side.Missing);
        json.WriteEndObject();
    }

    static void WriteId(Utf8JsonWriter json, string name, long? id)
    {
        if (id is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
