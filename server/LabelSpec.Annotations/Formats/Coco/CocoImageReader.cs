using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads one object of <c>images</c> into a row.</summary>
static class CocoImageReader
{
    /// <summary>Adds nothing and returns false when the JSON of the object is broken.</summary>
    public static bool Read(ref JsonCursor cursor, DatasetPart part)
    {
        var start = cursor.Position;
        RecordId id = RecordId.None;
        string? fileName = null;
        var url = -1;
        int width = 0,
            height = 0,
            frame = -1;
        var video = RecordId.None;
        part.Pending.Clear();
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var read = key.Length switch
            {
                2 when key.SequenceEqual("id"u8) => JsonIds.Read(ref cursor, part, textIsUsual: false, out id),
                9 when key.SequenceEqual("file_name"u8) => CocoFields.ReadText(
                    ref cursor,
                    null,
                    "file_name",
                    ref fileName
                ),
                8 when key.SequenceEqual("filename"u8) && fileName is null => ReadMisspelt(ref cursor, ref fileName),
                5 when key.SequenceEqual("width"u8) => CocoFields.ReadInteger(ref cursor, "width", ref width),
                6 when key.SequenceEqual("height"u8) => CocoFields.ReadInteger(ref cursor, "height", ref height),
                8 when key.SequenceEqual("video_id"u8) => JsonIds.Read(ref cursor, part, textIsUsual: true, out video),
                8 when key.SequenceEqual("frame_id"u8) => CocoFields.ReadInteger(ref cursor, "frame_id", ref frame),
                11 when key.SequenceEqual("frame_index"u8) => CocoFields.ReadInteger(
                    ref cursor,
                    "frame_index",
                    ref frame
                ),
                8 when key.SequenceEqual("coco_url"u8) => SkipTo(ref cursor, out url),
                10 when key.SequenceEqual("attributes"u8) => CocoFields.ReadAttributes(ref cursor, part),
                // LVIS: classes that are surely absent, and classes that are not labelled exhaustively.
                16 when key.SequenceEqual("neg_category_ids"u8) => ReadIds(ref cursor, part, "neg_category_ids"),
                27 when key.SequenceEqual("not_exhaustive_category_ids"u8) => ReadIds(
                    ref cursor,
                    part,
                    "not_exhaustive_category_ids"
                ),
                _ => cursor.Skip(),
            };
            if (!read)
                return false;
        }
        if (cursor.Fault != JsonFault.None)
            return false;

        if (fileName is null && url >= 0 && IsLvis(part))
            fileName = NameIn(cursor, url);
        ReportMissing(cursor, start, id, fileName);
        var image = part.AddImage(
            new ImageRow(cursor.SpanFrom(start))
            {
                Id = id,
                FileName = fileName ?? "",
                Width = width,
                Height = height,
                Frame = frame,
                Sequence = video.IsNone ? null : part.IdTexts.Show(video),
            }
        );
        foreach (var (name, value) in part.Pending)
            part.SetImageAttribute(image, name, value);
        return true;
    }

    static bool IsLvis(DatasetPart part) =>
        part.Pending.Exists(attribute => attribute.Name is "neg_category_ids" or "not_exhaustive_category_ids");

    static bool SkipTo(ref JsonCursor cursor, out int start)
    {
        start = cursor.Position;
        return cursor.Skip();
    }

    /// <summary>LVIS names pictures by an address only: the folder of its split, and the file.</summary>
    static string? NameIn(JsonCursor cursor, int url)
    {
        cursor.Position = url;
        if (cursor.Peek() != JsonKind.Text || !JsonText.Read(ref cursor, null, out var text))
            return null;
        var parts = text.Split('/');
        return parts.Length < 2 ? text : $"{parts[^2]}/{parts[^1]}";
    }

    static bool ReadMisspelt(ref JsonCursor cursor, ref string? fileName)
    {
        cursor.Report(
            JsonProblems.MisspeltKey,
            cursor.KeySpan,
            "The key must be 'file_name'; other readers find no picture for this image.",
            "\"file_name\""
        );
        return CocoFields.ReadText(ref cursor, null, "filename", ref fileName);
    }

    static bool ReadIds(ref JsonCursor cursor, DatasetPart part, string name)
    {
        if (cursor.Peek() != JsonKind.Array)
            return CocoFields.Refuse(ref cursor, cursor.Position, name, "a list of category ids");
        if (!CocoFields.ReadTexts(ref cursor, part.Texts, out var ids))
            return false;
        part.Pending.Add((name, ids));
        return true;
    }

    static void ReportMissing(in JsonCursor cursor, int start, RecordId id, string? fileName)
    {
        if (id.IsNone)
            cursor.Report(JsonProblems.MissingField, cursor.Span(start, 1), "The image has no 'id'.");
        if (fileName is null)
            cursor.Report(JsonProblems.MissingField, cursor.Span(start, 1), "The image has no 'file_name'.");
    }
}
