using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads one object of <c>annotations</c> or of a results file into a row.</summary>
static class CocoAnnotationReader
{
    /// <summary>Adds nothing and returns false when the JSON of the object is broken.</summary>
    /// <param name="cursor">Stands at the object, and is left behind it.</param>
    /// <param name="part">Receives the row.</param>
    /// <param name="isResult">Whether the object is a prediction.</param>
    /// <param name="way">How it is read.</param>
    public static bool Read(ref JsonCursor cursor, DatasetPart part, bool isResult, CocoWay way)
    {
        var values = new CocoAnnotation(cursor.Position);
        part.Pending.Clear();
        var pool = way.Packs ? part.Rings : null;
        if (way.TakesShortcuts && CocoPlainFields.Read(ref cursor, pool, ref values))
        {
            Add(cursor, part, values, isResult);
            return true;
        }

        if (!way.TakesShortcuts)
            cursor.Enter('{');
        var isFirst = values.Seen == CocoField.None;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var field = CocoFieldNames.FieldOf(key);
            if ((values.Seen & field) != 0)
                cursor.Report(
                    JsonProblems.DuplicateKey,
                    cursor.KeySpan,
                    $"'{part.Texts.Get(key)}' is given twice; this later value is used."
                );
            values.Seen |= field;
            if (!ReadField(ref cursor, part, pool, field, ref values))
                return false;
        }
        if (cursor.Fault != JsonFault.None)
            return false;
        if (values.Segments >= 0)
            return CocoSegmentReader.Read(ref cursor, part, values);
        Add(cursor, part, values, isResult);
        return true;
    }

    static bool ReadField(
        ref JsonCursor cursor,
        DatasetPart part,
        RingPoolBuilder? pool,
        CocoField field,
        ref CocoAnnotation values
    )
    {
        switch (field)
        {
            case CocoField.Id:
                return JsonIds.Read(ref cursor, part, textIsUsual: false, out values.Id);
            case CocoField.ImageId:
                return JsonIds.Read(ref cursor, part, textIsUsual: false, out values.ImageId);
            case CocoField.CategoryId:
                return JsonIds.Read(ref cursor, part, textIsUsual: false, out values.CategoryId);
            case CocoField.TrackId:
                return JsonIds.Read(ref cursor, part, textIsUsual: true, out values.TrackId);
            case CocoField.Box:
                return CocoBoxReader.Read(ref cursor, ref values);
            case CocoField.Area:
                return CocoFields.ReadNumber(ref cursor, "area", ref values.Area);
            case CocoField.Score:
                return CocoFields.ReadNumber(ref cursor, "score", ref values.Score);
            case CocoField.Crowd:
                return ReadFlag(ref cursor, "iscrowd", AnnotationFlags.Crowd, ref values);
            case CocoField.Ignore:
                return ReadFlag(ref cursor, "ignore", AnnotationFlags.Ignore, ref values);
            case CocoField.Segmentation:
                return ReadSegmentation(ref cursor, pool, ref values);
            case CocoField.Keypoints:
                return ReadKeypoints(ref cursor, ref values);
            case CocoField.KeypointCount:
                return CocoFields.ReadInteger(ref cursor, "num_keypoints", ref values.KeypointCount);
            case CocoField.Attributes:
                return CocoFields.ReadAttributes(ref cursor, part);
            case CocoField.Segments:
                values.Segments = cursor.Position;
                return cursor.Skip();
            default:
                return cursor.Skip();
        }
    }

    static bool ReadFlag(ref JsonCursor cursor, string field, AnnotationFlags flag, ref CocoAnnotation values)
    {
        if (!CocoFields.ReadFlag(ref cursor, field, out var isSet))
            return false;
        values.Flags = isSet ? values.Flags | flag : values.Flags & ~flag;
        return true;
    }

    /// <summary>
    /// Notes what kind of geometry stands there, and where. Its numbers are left for whoever needs them, or packed where the text
    /// will not be at hand.
    /// </summary>
    static bool ReadSegmentation(ref JsonCursor cursor, RingPoolBuilder? pool, ref CocoAnnotation values)
    {
        values.Flags &= ~(AnnotationFlags.HasPolygon | AnnotationFlags.HasMask);
        values.Segmentation = cursor.Position - values.Start;
        values.Rings = -1;
        var start = cursor.Position;
        switch (cursor.Peek())
        {
            case JsonKind.Object:
                values.Flags |= AnnotationFlags.HasMask;
                return cursor.Skip();
            case JsonKind.Array:
                if (
                    pool is not null
                    && CocoRings.TryRead(cursor.Text(start, int.MaxValue), pool, out var length, out values.Rings)
                )
                {
                    cursor.Position = start + length;
                    values.Flags |= AnnotationFlags.HasPolygon;
                    return true;
                }
                cursor.Enter('[');
                var content = cursor.Peek();
                cursor.Position = start;
                if (!cursor.SkipNumbers())
                    return false;
                if (content == JsonKind.Number)
                    cursor.Report(
                        JsonProblems.FlatSegmentation,
                        cursor.SpanFrom(start),
                        "'segmentation' is a flat list of numbers; COCO wants a list of polygons: [[x, y, …]]."
                    );
                // An empty list is how box exporters say that there is no polygon.
                if (cursor.Text(start, 1) is [(byte)'['] && content is JsonKind.Number or JsonKind.Array)
                    values.Flags |= AnnotationFlags.HasPolygon;
                return true;
            case JsonKind.Null:
                return cursor.ReadWord(out _);
            default:
                return CocoFields.Refuse(ref cursor, start, "segmentation", "a list of polygons or a run-length mask");
        }
    }

    static bool ReadKeypoints(ref JsonCursor cursor, ref CocoAnnotation values)
    {
        var start = cursor.Position;
        values.Flags &= ~AnnotationFlags.HasKeypoints;
        switch (cursor.Peek())
        {
            case JsonKind.Array:
                cursor.Enter('[');
                var isEmpty = cursor.Peek() != JsonKind.Number;
                cursor.Position = start;
                if (!isEmpty)
                    values.Flags |= AnnotationFlags.HasKeypoints;
                return cursor.SkipNumbers();
            case JsonKind.Null:
                return cursor.ReadWord(out _);
            default:
                return CocoFields.Refuse(ref cursor, start, "keypoints", "a list of numbers");
        }
    }

    static void Add(in JsonCursor cursor, DatasetPart part, in CocoAnnotation values, bool isResult)
    {
        ReportMissing(cursor, values, isResult);
        var row = values.ToRow(cursor, isResult);
        if (!values.TrackId.IsNone)
            row.Track = part.AddTrack(new Track(cursor.File, values.TrackId, -1, Sources.SourceSpan.None));
        var annotation = part.AddAnnotation(row);
        foreach (var (name, value) in part.Pending)
            part.SetAttribute(annotation, name, value);
    }

    static void ReportMissing(in JsonCursor cursor, in CocoAnnotation values, bool isResult)
    {
        var wanted = isResult ? CocoField.ImageId : CocoField.ImageId | CocoField.Id;
        var missing = wanted & ~values.Seen;
        if (missing == 0)
            return;
        var names =
            missing == wanted && !isResult ? "'id' and 'image_id'"
            : missing == CocoField.Id ? "'id'"
            : "'image_id'";
        cursor.Report(JsonProblems.MissingField, cursor.Span(values.Start, 1), $"The annotation has no {names}.");
    }
}
