using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Comparisons;

/// <summary>CVAT's <c>frame_results</c>.</summary>
static class CvatFramesJson
{
    public static void Write(Utf8JsonWriter json, ComparisonResult result)
    {
        json.WriteStartObject("frame_results");
        foreach (var frame in result.Images.GroupBy(FrameOf))
        {
            json.WriteStartObject(frame.Key.ToString(System.Globalization.CultureInfo.InvariantCulture));
            WriteFrame(json, result with { Images = [.. frame] });
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndObject();
    }

    /// <summary>The frame number of CVAT: the id of the image, or its row where ids are no numbers.</summary>
    public static long FrameOf(ImageResult image)
    {
        var row = image.Pair.WorkRows[0];
        var id = image.Data.Work.Images.Ids[row];
        return id.IsNone || id.IsText ? row : id.Value;
    }

    static void WriteFrame(Utf8JsonWriter json, ComparisonResult frame)
    {
        var summary = ComparisonSummary.Of(frame);
        json.WriteStartArray("conflicts");
        foreach (var image in frame.Images)
        foreach (var conflict in image.Conflicts)
            WriteConflict(json, image, conflict);
        json.WriteEndArray();
        CvatSummaryJson.WriteCounts(json, [.. frame.Images.SelectMany(image => image.Conflicts)]);
        CvatSummaryJson.WriteAnnotations(json, frame, summary.Scores, summary.Confusion);
        CvatSummaryJson.WriteComponents(json, frame.Images.SelectMany(image => image.Outcomes), summary.MeanIou);
    }

    static void WriteConflict(Utf8JsonWriter json, ImageResult image, Conflict conflict)
    {
        json.WriteStartObject();
        json.WriteNumber("frame_id", FrameOf(image));
        json.WriteString("type", ConflictNames.Of(conflict.Type));
        json.WriteString("severity", SeverityName.Of(conflict.Severity));
        json.WriteStartArray("annotation_ids");
        if (conflict.Work >= 0)
            WriteAnnotation(json, image.Data.Work, conflict.Work);
        if (conflict.Truth >= 0)
            WriteAnnotation(json, image.Data.Truth, conflict.Truth);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteAnnotation(Utf8JsonWriter json, Dataset dataset, int row)
    {
        var rows = dataset.Annotations;
        json.WriteStartObject();
        // CVAT's exports hold no object ids: the row stands for it.
        json.WriteNumber(
            "obj_id",
            rows.Flags[row].HasFlag(AnnotationFlags.HasId) && !rows.Ids[row].IsText ? rows.Ids[row].Value : row
        );
        json.WriteNull("job_id");
        json.WriteString(
            "type",
            rows.Shapes[row] == ShapeKind.Tag ? "tag"
                : rows.Tracks[row] >= 0 ? "track"
                : "shape"
        );
        json.WriteString("shape_type", ShapeType(rows.Shapes[row]));
        json.WriteEndObject();
    }

    static string? ShapeType(ShapeKind kind) =>
        kind switch
        {
            ShapeKind.Tag => null,
            ShapeKind.Box or ShapeKind.RotatedBox => "rectangle",
            ShapeKind.Point => "points",
            _ => kind.ToString().ToLowerInvariant(),
        };
}
