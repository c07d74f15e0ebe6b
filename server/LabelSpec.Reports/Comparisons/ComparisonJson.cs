using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Json;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Reports.Comparisons;

/// <summary>The report for programs; <c>docs/comparison.md</c> and <c>comparison.schema.json</c> describe it.</summary>
public sealed class ComparisonJson : IComparisonReport
{
    public void Write(ComparisonReport report, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        json.WriteString("profile", report.Result.Profile.Name);
        WriteScores(json, report.Summary.Scores, report.Summary.MeanIou);
        json.WriteNumber("images", report.Summary.Images);
        WriteConfusion(json, report);
        WriteAverages(json, report.Summary);
        WriteLabels(json, report.Summary);
        WriteAttributes(json, report.Summary);
        WriteConflicts(json, report.Result);
        WriteSlices(json, report);
        WriteIntervals(json, report);
        WriteAccept(json, report);
        AskedRequirementsJson.Write(json, report);
        WriteUndefined(json, report);
        WriteParameters(json, report.Result.Parameters);
        WriteGuideline(json, report);
        json.WriteStartArray("findings");
        foreach (var finding in report.Result.Findings)
            FindingJson.Write(json, finding);
        json.WriteEndArray();
        CvatQualityJson.For(report.Result.Profile.Cvat)?.Write(json, report);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteScores(Utf8JsonWriter json, ScoreSet scores, double meanIou)
    {
        WriteScore(json, "accuracy", scores.Accuracy);
        WriteScore(json, "precision", scores.Precision);
        WriteScore(json, "recall", scores.Recall);
        WriteScore(json, "f1", scores.F1);
        WriteScore(json, "jaccard", scores.Jaccard);
        WriteScore(json, "mean_iou", meanIou);
        json.WriteStartObject("counts");
        json.WriteNumber("valid", scores.Counts.Valid);
        json.WriteNumber("missing", scores.Counts.Missing);
        json.WriteNumber("extra", scores.Counts.Extra);
        json.WriteNumber("total", scores.Counts.Total);
        json.WriteNumber("gt", scores.Counts.Truth);
        json.WriteNumber("work", scores.Counts.Work);
        json.WriteEndObject();
    }

    // What is undefined is null; "undefined" says why.
    static void WriteScore(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsNaN(value))
            json.WriteNull(name);
        else
            json.WriteNumber(name, value);
    }

    static void WriteConfusion(Utf8JsonWriter json, ComparisonReport report)
    {
        var matrix = report.Summary.Confusion;
        json.WriteStartObject("confusion");
        json.WriteStartArray("labels");
        foreach (var label in report.Result.Labels)
            json.WriteStringValue(label);
        json.WriteStringValue("unmatched");
        json.WriteEndArray();
        json.WriteStartArray("rows");
        for (var work = 0; work <= matrix.Labels; work++)
        {
            json.WriteStartArray();
            for (var truth = 0; truth <= matrix.Labels; truth++)
                json.WriteNumberValue(matrix[work, truth]);
            json.WriteEndArray();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteAverages(Utf8JsonWriter json, ComparisonSummary summary)
    {
        json.WriteStartObject("macro");
        WriteScore(json, "accuracy", summary.Macro.Accuracy);
        WriteScore(json, "precision", summary.Macro.Precision);
        WriteScore(json, "recall", summary.Macro.Recall);
        WriteScore(json, "f1", summary.Macro.F1);
        WriteScore(json, "jaccard", summary.Macro.Jaccard);
        const string Without = "no class has it";
        ScoreJson.WriteUndefined(
            json,
            ("accuracy", summary.Macro.Accuracy, Without),
            ("precision", summary.Macro.Precision, Without),
            ("recall", summary.Macro.Recall, Without),
            ("f1", summary.Macro.F1, Without),
            ("jaccard", summary.Macro.Jaccard, Without)
        );
        json.WriteEndObject();
        if (summary.Worst is not { } worst)
        {
            json.WriteNull("worst_class");
            return;
        }

        json.WriteStartObject("worst_class");
        json.WriteString("label", worst.Label);
        WriteScore(json, "f1", worst.Scores.F1);
        json.WriteEndObject();
    }

    static void WriteLabels(Utf8JsonWriter json, ComparisonSummary summary)
    {
        json.WriteStartArray("classes");
        foreach (var label in summary.Labels)
        {
            json.WriteStartObject();
            json.WriteString("label", label.Label);
            WriteScores(json, label.Scores, label.MeanIou);
            WriteUndefined(json, label.Scores, label.MeanIou, "in this part");
            WriteScore(json, "pq", label.PanopticQuality);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteAttributes(Utf8JsonWriter json, ComparisonSummary summary)
    {
        json.WriteStartArray("attributes");
        foreach (var score in summary.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("label", score.Label);
            json.WriteString("attribute", score.Attribute);
            WriteAttribute(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteAttribute(Utf8JsonWriter json, AttributeScore score)
    {
        WriteScore(json, "accuracy", score.Accuracy);
        json.WriteNumber("equal", score.Equal);
        json.WriteNumber("compared", score.Compared);
    }

    static void WriteConflicts(Utf8JsonWriter json, ComparisonResult result)
    {
        json.WriteStartArray("conflicts");
        foreach (var image in result.Images)
        foreach (var conflict in image.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("type", ConflictNames.Of(conflict.Type));
            json.WriteString("severity", SeverityName.Of(conflict.Severity));
            json.WriteString("image", image.Name);
            WriteAnnotations(json, image.Data, conflict);
            WriteScore(json, "similarity", conflict.Similarity);
            WriteSecondBest(json, image.Data, conflict);
            WriteDifferences(json, conflict);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteAnnotations(Utf8JsonWriter json, ComparedData data, Conflict conflict)
    {
        json.WriteStartArray("annotation_ids");
        foreach (var (dataset, row, _) in SidesOf(data, conflict))
            WriteId(json, dataset, row);
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var (dataset, row, side) in SidesOf(data, conflict))
        {
            json.WriteStartObject();
            json.WriteString("side", side);
            json.WriteString("label", LabelOf(dataset, row));
            json.WriteString("place", ComparedData.PlaceOf(dataset, row));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // CVAT's order: the work first.
    static IEnumerable<(Dataset Dataset, int Row, string Side)> SidesOf(ComparedData data, Conflict conflict)
    {
        if (conflict.Work >= 0)
            yield return (data.Work, conflict.Work, "work");
        if (conflict.Truth >= 0)
            yield return (data.Truth, conflict.Truth, "gt");
    }

    static void WriteId(Utf8JsonWriter json, Dataset dataset, int row)
    {
        var id = ComparedData.IdOf(dataset, row);
        if (id.Length == 0)
            json.WriteNullValue();
        else if (dataset.Annotations.Ids[row].IsText)
            json.WriteStringValue(id);
        else
            json.WriteNumberValue(dataset.Annotations.Ids[row].Value);
    }

    static string LabelOf(Dataset dataset, int row) =>
        dataset.Annotations.Categories[row] is >= 0 and var category ? dataset.Categories.NameOf(category) : "";

    static void WriteSecondBest(Utf8JsonWriter json, ComparedData data, Conflict conflict)
    {
        if (conflict.SecondBest is not { } second)
            return;
        var dataset = conflict.Truth >= 0 ? data.Work : data.Truth;
        json.WriteStartObject("second_best");
        json.WriteString("side", conflict.Truth >= 0 ? "work" : "gt");
        json.WritePropertyName("annotation_id");
        WriteId(json, dataset, second.Row);
        json.WriteString("place", ComparedData.PlaceOf(dataset, second.Row));
        WriteScore(json, "similarity", second.Similarity);
        json.WriteEndObject();
    }

    static void WriteDifferences(Utf8JsonWriter json, Conflict conflict)
    {
        if (conflict.Attributes.IsEmpty)
            return;
        json.WriteStartArray("attributes");
        foreach (var difference in conflict.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("name", difference.Name);
            json.WriteString("gt", difference.Truth);
            json.WriteString("work", difference.Work);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteSlices(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartObject("by");
        foreach (var kind in report.By)
        {
            json.WriteStartArray(kind.Name);
            foreach (var slice in kind.Of(report.Result))
            {
                json.WriteStartObject();
                json.WriteString("name", slice.Name);
                if (slice.Attribute is { } attribute)
                    WriteAttribute(json, attribute);
                else if (slice.Scores is { } scores)
                {
                    WriteScores(json, scores, slice.MeanIou);
                    WriteUndefined(json, scores, slice.MeanIou, "in this part");
                }

                json.WriteNumber("images", slice.Images);
                json.WriteEndObject();
                JsonOutput.FlushWhenFull(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    static void WriteIntervals(Utf8JsonWriter json, ComparisonReport report)
    {
        var settings = report.IntervalSettings;
        json.WriteStartObject("intervals");
        json.WriteNumber("confidence", settings.Confidence);
        json.WriteNumber("resamples", settings.Resamples);
        json.WriteNumber("seed", settings.Seed);
        json.WriteNumber("margin", settings.Margin);
        foreach (var interval in report.Intervals)
        {
            json.WriteStartObject(interval.Score);
            WriteScore(json, "low", interval.Low);
            WriteScore(json, "high", interval.High);
            if (interval.ImagesNeeded is { } needed)
                json.WriteNumber("images_needed", needed);
            else
                json.WriteNull("images_needed");
            if (interval.Reason is { } reason)
                json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void WriteAccept(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartArray("accept");
        foreach (var gate in report.Accept)
        {
            json.WriteStartObject();
            json.WriteString("criterion", gate.Criterion);
            WriteScore(json, "value", gate.Value);
            if (gate.Reached is { } reached)
                json.WriteBoolean("reached", reached);
            else
                json.WriteNull("reached");
            if (gate.Reason is { } reason)
                json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Only where a score of a part is null.
    static void WriteUndefined(Utf8JsonWriter json, ScoreSet scores, double meanIou, string where)
    {
        var reasons = UndefinedScores.Of(scores, meanIou, where).ToList();
        if (reasons.Count == 0)
            return;
        json.WriteStartObject("undefined");
        foreach (var (score, reason) in reasons)
            json.WriteString(score, reason);
        json.WriteEndObject();
    }

    static void WriteUndefined(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartObject("undefined");
        foreach (var (score, reason) in UndefinedScores.Of(report.Summary))
            json.WriteString(score, reason);
        if (report.Summary.Worst is null)
            json.WriteString("worst_class", "no class has annotations in the common images");
        json.WriteEndObject();
    }

    static void WriteParameters(Utf8JsonWriter json, ComparisonParameters parameters)
    {
        json.WriteStartObject("parameters");
        ParameterJson.Write(json, parameters);
        json.WriteEndObject();
    }

    static void WriteGuideline(Utf8JsonWriter json, ComparisonReport report)
    {
        if (report.Guideline is not { } guideline)
        {
            json.WriteNull("spec");
            return;
        }

        json.WriteStartObject("spec");
        json.WriteString("name", guideline.Name);
        json.WriteString("version", guideline.Version);
        json.WriteString("sha256", guideline.Sha256);
        json.WriteEndObject();
    }
}
