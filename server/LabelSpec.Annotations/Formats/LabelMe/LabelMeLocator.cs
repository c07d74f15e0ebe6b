using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Finds a value by walking over its element again.</summary>
static class LabelMeLocator
{
    public static SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone)
            return whole;
        var text = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length);
        var cursor = new JsonCursor(text, whole.Start, whole.File);
        var found = element.Kind == ElementKind.Image ? InImage(cursor, field) : InShape(cursor, field);
        return found.IsNone ? whole : found;
    }

    public static SourceSpan InShape(JsonCursor cursor, Field field) =>
        field.Kind switch
        {
            FieldKind.Category => Member(cursor, "label"u8),
            FieldKind.Box or FieldKind.Part or FieldKind.Segmentation => Segmentation(cursor),
            FieldKind.BoxPart => Number(cursor, field.Index),
            FieldKind.Vertex => Point(cursor, field.Vertex),
            FieldKind.Group => Member(cursor, "group_id"u8),
            FieldKind.Attribute when field.Name == "description" => Member(cursor, "description"u8),
            FieldKind.Attribute => Flag(cursor, field.Name),
            _ => SourceSpan.None,
        };

    static SourceSpan InImage(JsonCursor cursor, Field field) =>
        field.Kind switch
        {
            FieldKind.FileName or FieldKind.Name => Member(cursor, "imagePath"u8),
            FieldKind.Width => Member(cursor, "imageWidth"u8),
            FieldKind.Height => Member(cursor, "imageHeight"u8),
            FieldKind.Attribute => Flag(cursor, field.Name),
            _ => SourceSpan.None,
        };

    static SourceSpan Segmentation(JsonCursor cursor)
    {
        var points = Member(cursor, "points"u8);
        return points.IsNone ? Member(cursor, "mask"u8) : points;
    }

    static SourceSpan Flag(JsonCursor cursor, string name) =>
        JsonMembers.TryFind(ref cursor, "flags"u8) ? Member(cursor, Encoding.UTF8.GetBytes(name)) : SourceSpan.None;

    static SourceSpan Point(JsonCursor cursor, int index) =>
        JsonMembers.TryFind(ref cursor, "points"u8) && GoTo(ref cursor, index) ? Value(ref cursor) : SourceSpan.None;

    /// <summary>One number of the points, counted through.</summary>
    static SourceSpan Number(JsonCursor cursor, int index) =>
        JsonMembers.TryFind(ref cursor, "points"u8) && GoTo(ref cursor, index / 2) && GoTo(ref cursor, index % 2)
            ? Value(ref cursor)
            : SourceSpan.None;

    static bool GoTo(ref JsonCursor cursor, int index)
    {
        if (index < 0 || cursor.Peek() != JsonKind.Array)
            return false;
        var isFirst = true;
        cursor.Enter('[');
        while (cursor.NextElement(ref isFirst))
        {
            if (index-- == 0)
                return true;
            if (!cursor.Skip())
                return false;
        }

        return false;
    }

    static SourceSpan Member(JsonCursor cursor, ReadOnlySpan<byte> name) =>
        JsonMembers.TryFind(ref cursor, name) ? Value(ref cursor) : SourceSpan.None;

    static SourceSpan Value(ref JsonCursor cursor)
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        return cursor.Skip() ? cursor.SpanFrom(start) : SourceSpan.None;
    }
}
