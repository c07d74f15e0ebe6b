using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>The report of CVAT up to 2.73: parameters, a summary, and results by frame.</summary>
sealed class CvatSettingsJson : CvatQualityJson
{
    public override void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartObject("cvat");
        json.WriteStartObject("parameters");
        ParameterJson.Write(json, report.Result.Parameters);
        WriteOtherSettings(json);
        json.WriteEndObject();
        var work = WorkHierarchy.Of(report.Result);
        CvatSummaryJson.Write(json, report.Result, work);
        CvatFramesJson.Write(json, report.Result);
        if (work is { Tasks.Length: > 1 })
            WriteProject(json, report.Result, work);
        json.WriteEndObject();
    }

    // What CVAT's settings hold beside the numbers of a comparison, as it has them unless somebody changes them.
    static void WriteOtherSettings(Utf8JsonWriter json)
    {
        CvatSummaryJson.WriteNames(
            json,
            "included_annotation_types",
            ["bbox", "points", "mask", "polygon", "polyline", "skeleton", "label", "ellipse"]
        );
        json.WriteString("target_metric", "accuracy");
        json.WriteNumber("target_metric_threshold", Requirement.DefaultScore);
        json.WriteNumber("max_validations_per_job", 0);
        json.WriteBoolean("inherit", true);
        json.WriteString("job_filter", """{"==":[{"var":"type"},"annotation"]}""");
    }

    // A project has neither frames nor results of frames.
    static void WriteProject(Utf8JsonWriter json, ComparisonResult result, WorkHierarchy work)
    {
        var project = ExtrapolatedScores.Of(work);
        var (validated, frames) = (work.Tasks.Sum(task => task.ValidatedFrames), work.Tasks.Sum(task => task.Frames));
        json.WriteStartObject("project");
        json.WriteStartObject("comparison_summary");
        json.WriteNumber("frame_share", validated / (double)frames);
        json.WriteNumber("frame_count", validated);
        json.WriteNumber("total_frames", frames);
        CvatSummaryJson.WriteAnnotations(
            json,
            result,
            ScoreSet.Of(project.Counts, result.Profile.ScoreOfNothing),
            project.Matrix
        );
        CvatSummaryJson.WriteComponents(
            json,
            project.Pairs,
            project.InvalidPairs,
            project.Counts.Missing,
            project.Counts.Extra,
            meanIou: 0
        );
        json.WriteStartObject("tasks");
        json.WriteStartArray("all");
        foreach (var task in work.Tasks)
            json.WriteStringValue(task.Name);
        json.WriteEndArray();
        json.WriteNumber("total_count", work.Tasks.Length);
        json.WriteNumber("included_count", work.Tasks.Length);
        json.WriteEndObject();
        CvatSummaryJson.WriteJobs(json, work);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
