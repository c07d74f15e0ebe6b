using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Recognises COCO by its top-level keys, or by the fields of the first result.</summary>
static class CocoDetector
{
    public static FormatMatch Detect(FormatProbe probe)
    {
        // LVIS files are COCO files too, and more.
        if (Lvis.LvisFormat.IsMarked(probe.Json))
            return new FormatMatch(0.8, "COCO sections with the marks of LVIS");
        var cursor = new JsonCursor(probe.Head);
        return cursor.Peek() switch
        {
            JsonKind.Object => DetectObject(ref cursor),
            JsonKind.Array => DetectResults(ref cursor),
            _ => FormatMatch.No,
        };
    }

    /// <summary>Reads top-level keys as far as the head reaches; arrays of known keys need to hold objects.</summary>
    static FormatMatch DetectObject(ref JsonCursor cursor)
    {
        var known = 0;
        var sections = new List<string>();
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var section = CocoKeys.SectionOf(key, out _);
            if (section != CocoSection.None && IsArrayOf(cursor, section))
            {
                known++;
                sections.Add(CocoKeys.NameOf(section));
            }
            if (!cursor.Skip())
                break;
        }
        var reason = $"top-level {string.Join(", ", sections.Select(name => $"'{name}'"))}";
        return known switch
        {
            0 => FormatMatch.No,
            1 => new FormatMatch(0.6, reason),
            _ => new FormatMatch(0.95, reason),
        };
    }

    /// <summary>True for an empty array, and for one whose first element has a field that COCO has there.</summary>
    static bool IsArrayOf(JsonCursor cursor, CocoSection section)
    {
        if (cursor.Peek() != JsonKind.Array)
            return false;
        cursor.Enter('[');
        var isFirst = true;
        if (!cursor.NextElement(ref isFirst))
            return cursor.Fault == JsonFault.None;
        if (cursor.Peek() != JsonKind.Object)
            return false;
        cursor.Enter('{');
        isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            if (IsTypical(key, section))
                return true;
            if (!cursor.Skip())
                return false;
        }
        return false;
    }

    static bool IsTypical(ReadOnlySpan<byte> key, CocoSection section) =>
        section switch
        {
            CocoSection.Images => key.SequenceEqual("file_name"u8)
                || key.SequenceEqual("filename"u8)
                || key.SequenceEqual("width"u8)
                || key.SequenceEqual("height"u8)
                || key.SequenceEqual("id"u8),
            CocoSection.Categories => key.SequenceEqual("id"u8) || key.SequenceEqual("name"u8),
            _ => key.SequenceEqual("image_id"u8)
                || key.SequenceEqual("category_id"u8)
                || key.SequenceEqual("bbox"u8)
                || key.SequenceEqual("segmentation"u8),
        };

    static FormatMatch DetectResults(ref JsonCursor cursor) =>
        IsResult(cursor) ? new FormatMatch(0.9, "an array of objects with 'image_id'") : FormatMatch.No;

    static bool IsResult(JsonCursor cursor)
    {
        cursor.Enter('[');
        var isFirst = true;
        if (!cursor.NextElement(ref isFirst) || cursor.Peek() != JsonKind.Object)
            return false;
        cursor.Enter('{');
        isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            if (key.SequenceEqual("image_id"u8))
                return true;
            if (!cursor.Skip())
                return false;
        }
        return false;
    }
}
