using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Finds a value in the text of its element by walking over it once more.</summary>
static class CocoLocator
{
    /// <summary>The value's bytes; the whole element where it does not have the field.</summary>
    public static SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone)
            return whole;
        if (field.Kind == FieldKind.Image && element.Kind == ElementKind.Annotation)
            if (CocoPanoptic.ImageIdOf(dataset, element.Index) is { IsNone: false } id)
                return id;
        var text = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length);
        var found = Find(new JsonCursor(text, whole.Start, whole.File), field);
        return found.IsNone ? whole : found;
    }

    /// <summary>The value of a field of the object that a cursor stands at.</summary>
    public static SourceSpan Find(JsonCursor cursor, Field field) =>
        field.Kind switch
        {
            FieldKind.Id => Member(cursor, "id"u8),
            FieldKind.Image => Member(cursor, "image_id"u8),
            FieldKind.Category => Member(cursor, "category_id"u8),
            FieldKind.Name => Member(cursor, "name"u8),
            FieldKind.Supercategory => Member(cursor, "supercategory"u8),
            FieldKind.Box => Member(cursor, "bbox"u8),
            FieldKind.BoxPart => Item(cursor, "bbox"u8, field.Index, 1),
            FieldKind.Angle => Item(cursor, "bbox"u8, 4, 1),
            FieldKind.Area => Member(cursor, "area"u8),
            FieldKind.Segmentation => Member(cursor, "segmentation"u8),
            FieldKind.Part => Part(cursor, field.Index),
            FieldKind.Vertex => Vertex(cursor, field.Index, field.Vertex),
            FieldKind.Keypoints => Member(cursor, "keypoints"u8),
            FieldKind.Keypoint => Item(cursor, "keypoints"u8, 3 * field.Index, 3),
            FieldKind.KeypointVisibility => Item(cursor, "keypoints"u8, 3 * field.Index + 2, 1),
            FieldKind.MaskSize => Mask(cursor, "size"u8),
            FieldKind.MaskRuns => Runs(cursor, field.Index),
            FieldKind.SkeletonEdge => Item(cursor, "skeleton"u8, field.Index, 1),
            FieldKind.KeypointCount => Member(cursor, "num_keypoints"u8),
            FieldKind.Attribute => Attribute(cursor, field.Name),
            FieldKind.Crowd => Member(cursor, "iscrowd"u8),
            FieldKind.Score => Member(cursor, "score"u8),
            FieldKind.Track => Member(cursor, "track_id"u8),
            FieldKind.Frame => Either(cursor, "frame_id"u8, "frame_index"u8),
            FieldKind.Caption => Member(cursor, "caption"u8),
            FieldKind.FileName => Either(cursor, "file_name"u8, "filename"u8),
            FieldKind.Width => Member(cursor, "width"u8),
            FieldKind.Height => Member(cursor, "height"u8),
            _ => SourceSpan.None,
        };

    static SourceSpan Member(JsonCursor cursor, ReadOnlySpan<byte> name) =>
        JsonMembers.TryFind(ref cursor, name) ? ValueAt(ref cursor) : SourceSpan.None;

    static SourceSpan Either(JsonCursor cursor, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other)
    {
        var span = Member(cursor, name);
        return span.IsNone ? Member(cursor, other) : span;
    }

    static SourceSpan Attribute(JsonCursor cursor, string name) =>
        JsonMembers.TryFind(ref cursor, "attributes"u8) && JsonMembers.TryFind(ref cursor, Encoding.UTF8.GetBytes(name))
            ? ValueAt(ref cursor)
            : SourceSpan.None;

    /// <summary>Some items of an array, from the first one's first byte to the last one's last.</summary>
    static SourceSpan Item(JsonCursor cursor, ReadOnlySpan<byte> name, int index, int count) =>
        JsonMembers.TryFind(ref cursor, name) ? Items(cursor, index, count) : SourceSpan.None;

    static SourceSpan Part(JsonCursor cursor, int part)
    {
        if (!JsonMembers.TryFind(ref cursor, "segmentation"u8))
            return SourceSpan.None;
        return IsFlat(cursor) ? ValueAt(ref cursor) : Items(cursor, part, 1);
    }

    static SourceSpan Vertex(JsonCursor cursor, int part, int vertex)
    {
        if (!JsonMembers.TryFind(ref cursor, "segmentation"u8))
            return SourceSpan.None;
        if (!IsFlat(cursor) && !TryGoToItem(ref cursor, part))
            return SourceSpan.None;
        return Items(cursor, 2 * vertex, 2);
    }

    static SourceSpan Mask(JsonCursor cursor, ReadOnlySpan<byte> name) =>
        JsonMembers.TryFind(ref cursor, "segmentation"u8) ? Member(cursor, name) : SourceSpan.None;

    static SourceSpan Runs(JsonCursor cursor, int run)
    {
        if (run < 0)
            return Mask(cursor, "counts"u8);
        return JsonMembers.TryFind(ref cursor, "segmentation"u8) ? Item(cursor, "counts"u8, run, 1) : SourceSpan.None;
    }

    static bool IsFlat(JsonCursor cursor) =>
        cursor.Peek() == JsonKind.Array && cursor.Enter('[') && cursor.Peek() == JsonKind.Number;

    static SourceSpan Items(JsonCursor cursor, int index, int count)
    {
        if (!TryGoToItem(ref cursor, index))
            return SourceSpan.None;
        var start = cursor.Position;
        var end = start;
        var isFirst = true;
        for (var i = 0; i < count; i++)
        {
            if (!cursor.NextElement(ref isFirst) || !cursor.Skip())
                break;
            end = cursor.Position;
        }
        return cursor.Span(start, end - start);
    }

    static bool TryGoToItem(ref JsonCursor cursor, int index)
    {
        if (index < 0 || cursor.Peek() != JsonKind.Array)
            return false;
        cursor.Enter('[');
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            if (index-- == 0)
                return true;
            if (!cursor.Skip())
                return false;
        }
        return false;
    }

    static SourceSpan ValueAt(ref JsonCursor cursor)
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        return cursor.Skip() ? cursor.SpanFrom(start) : SourceSpan.None;
    }
}
