using System.Text.Json;
using LabelSpec.Grammar;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>CVAT's <c>comparison_summary</c>.</summary>
static class CvatSummaryJson
{
    public static void Write(Utf8JsonWriter json, ComparisonResult result, WorkHierarchy? work)
    {
        json.WriteStartObject("comparison_summary");
        WriteAll(json, result, work);
        json.WriteEndObject();
    }

    /// <summary>Its members.</summary>
    public static void WriteAll(Utf8JsonWriter json, ComparisonResult result, WorkHierarchy? work)
    {
        var summary = ComparisonSummary.Of(result);
        WriteFrames(json, result);
        WriteConflicts(json, [.. result.Images.SelectMany(image => image.Conflicts)], result.Images.Length);
        WriteAnnotations(json, result, summary.Scores, summary.Confusion);
        // CVAT sums up jobs without their mean IoU, which stays 0.
        WriteComponents(json, result.Images.SelectMany(image => image.Outcomes), work is null ? summary.MeanIou : 0);
        // Only projects have tasks.
        json.WriteNull("tasks");
        WriteJobs(json, work);
    }

    public static void WriteFrames(Utf8JsonWriter json, ComparisonResult result)
    {
        var allFrames = result.Images.IsEmpty ? 0 : result.Files.Values.Sum();
        var share = allFrames == 0 ? 0 : result.Images.Length / (double)allFrames;
        json.WriteNumber("frame_share", share);
        json.WriteNumber("frame_share_percent", 100 * share);
        json.WriteStartArray("frames");
        foreach (var frame in result.Images.Select(CvatFramesJson.FrameOf).Distinct().Order())
            json.WriteNumberValue(frame);
        json.WriteEndArray();
        json.WriteNumber("frame_count", result.Images.Length);
        json.WriteNumber("total_frames", allFrames);
    }

    public static void WriteConflicts(Utf8JsonWriter json, IReadOnlyCollection<Conflict> conflicts, int frames)
    {
        json.WriteNumber("mean_conflict_count", frames == 0 ? 0 : conflicts.Count / (double)frames);
        WriteCounts(json, conflicts);
    }

    /// <summary>How many conflicts there are, by severity and by type.</summary>
    public static void WriteCounts(Utf8JsonWriter json, IReadOnlyCollection<Conflict> conflicts)
    {
        json.WriteNumber("conflict_count", conflicts.Count);
        json.WriteNumber("warning_count", conflicts.Count(conflict => conflict.Severity == Severity.Warning));
        json.WriteNumber("error_count", conflicts.Count(conflict => conflict.Severity == Severity.Error));
        json.WriteStartObject("conflicts_by_type");
        foreach (var type in conflicts.GroupBy(conflict => conflict.Type).OrderBy(group => group.Key))
            json.WriteNumber(ConflictNames.Of(type.Key), type.Count());
        json.WriteEndObject();
    }

    /// <summary>How many files there are, and which have no frame with ground truth.</summary>
    public static void WriteJobs(Utf8JsonWriter json, WorkHierarchy? work)
    {
        if (work is null)
        {
            json.WriteNull("jobs");
            return;
        }

        json.WriteStartObject("jobs");
        WriteJobNames(json, work);
        json.WriteEndObject();
    }

    /// <summary>The members of <c>jobs</c>.</summary>
    public static void WriteJobNames(Utf8JsonWriter json, WorkHierarchy work)
    {
        string[] all = [.. work.Jobs.Select(job => job.Name)];
        string[] withoutTruth = [.. work.Jobs.Where(job => job.ValidatedFrames == 0).Select(job => job.Name)];
        WriteNames(json, "all", all);
        WriteNames(json, "excluded", []);
        WriteNames(json, "not_checkable", withoutTruth);
        json.WriteNumber("total_count", all.Length);
        json.WriteNumber("excluded_count", 0);
        json.WriteNumber("not_checkable_count", withoutTruth.Length);
        json.WriteNumber("included_count", all.Length);
    }

    public static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var each in names)
            json.WriteStringValue(each);
        json.WriteEndArray();
    }

    public static void WriteAnnotations(
        Utf8JsonWriter json,
        ComparisonResult result,
        ScoreSet scores,
        ConfusionMatrix matrix
    )
    {
        var counts = scores.Counts;
        json.WriteStartObject("annotations");
        json.WriteNumber("valid_count", counts.Valid);
        json.WriteNumber("missing_count", counts.Missing);
        json.WriteNumber("extra_count", counts.Extra);
        json.WriteNumber("total_count", counts.Total);
        json.WriteNumber("ds_count", counts.Work);
        json.WriteNumber("gt_count", counts.Truth);
        json.WriteNumber("accuracy", scores.Accuracy);
        json.WriteNumber("precision", scores.Precision);
        json.WriteNumber("recall", scores.Recall);
        WriteMatrix(json, result, matrix);
        json.WriteEndObject();
    }

    public static void WriteComponents(Utf8JsonWriter json, IEnumerable<Outcome> outcomes, double meanIou)
    {
        long valid = 0,
            invalid = 0,
            missing = 0,
            extra = 0;
        foreach (var outcome in outcomes)
            if (outcome.IsValid)
                valid++;
            else if (outcome.IsPair)
                invalid++;
            else if (outcome.Work < 0)
                missing++;
            else
                extra++;
        WriteComponents(json, valid + invalid, invalid, missing, extra, double.IsNaN(meanIou) ? 0 : meanIou);
    }

    public static void WriteComponents(
        Utf8JsonWriter json,
        long pairs,
        long invalid,
        long missing,
        long extra,
        double meanIou
    )
    {
        var valid = pairs - invalid;
        json.WriteStartObject("annotation_components");
        json.WriteStartObject("shape");
        json.WriteNumber("valid_count", pairs);
        json.WriteNumber("missing_count", missing);
        json.WriteNumber("extra_count", extra);
        json.WriteNumber("total_count", pairs + missing + extra);
        json.WriteNumber("ds_count", pairs + extra);
        json.WriteNumber("gt_count", pairs + missing);
        json.WriteNumber("mean_iou", meanIou);
        json.WriteNumber("accuracy", Share(pairs, pairs + missing + extra));
        json.WriteEndObject();
        json.WriteStartObject("label");
        json.WriteNumber("valid_count", valid);
        json.WriteNumber("invalid_count", invalid);
        json.WriteNumber("total_count", pairs);
        json.WriteNumber("accuracy", Share(valid, pairs));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The "unmatched" row and column have scores too, as in CVAT.
    static void WriteMatrix(Utf8JsonWriter json, ComparisonResult result, ConfusionMatrix matrix)
    {
        var all = Enumerable.Range(0, matrix.Labels + 1).ToList();
        long[] rows = [.. all.Select(matrix.Row)];
        long[] columns = [.. all.Select(matrix.Column)];
        var total = rows.Sum();
        json.WriteStartObject("confusion_matrix");
        json.WriteStartArray("labels");
        foreach (var label in result.Labels)
            json.WriteStringValue(label);
        json.WriteStringValue("unmatched");
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in all)
        {
            json.WriteStartArray();
            foreach (var column in all)
                json.WriteNumberValue(matrix[row, column]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        // CVAT up to 2.73 calls 0 / 0 zero, and later null.
        var ofNothing = result.Profile.Cvat == CvatGeneration.Requirements ? double.NaN : 0;
        WriteList(json, "precision", all.Select(label => Share(matrix[label, label], rows[label])));
        WriteList(json, "recall", all.Select(label => Share(matrix[label, label], columns[label])));
        WriteList(
            json,
            "accuracy",
            all.Select(label =>
                rows[label] + columns[label] == 0
                    ? ofNothing == 0
                        ? Share(total, total)
                        : ofNothing
                    : Share(total - rows[label] - columns[label] + 2 * matrix[label, label], total)
            )
        );
        WriteList(
            json,
            "jaccard_index",
            all.Select(label => Share(matrix[label, label], rows[label] + columns[label] - matrix[label, label]))
        );
        if (result.Profile.Cvat == CvatGeneration.Requirements)
            WriteList(json, "dice", all.Select(label => Share(2 * matrix[label, label], rows[label] + columns[label])));
        json.WriteStartObject("axes");
        json.WriteString("cols", "gt");
        json.WriteString("rows", "ds");
        json.WriteEndObject();
        json.WriteEndObject();

        double Share(long part, long whole) => whole == 0 ? ofNothing : part / (double)whole;
    }

    static void WriteList(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            if (double.IsNaN(value))
                json.WriteNullValue();
            else
                json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    static double Share(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
