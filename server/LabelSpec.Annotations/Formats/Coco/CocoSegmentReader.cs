using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Panoptic annotations: one object for each image, whose <c>segments_info</c> holds the segments. Each segment becomes a
/// mask annotation of the image; its pixels are in the PNG file that the object names, see <see cref="CocoPanoptic"/>.
/// </summary>
static class CocoSegmentReader
{
    /// <param name="cursor">Stands behind the object, and is left there.</param>
    /// <param name="part">Receives a row for each segment.</param>
    /// <param name="outer">The values of the object.</param>
    public static bool Read(ref JsonCursor cursor, DatasetPart part, in CocoAnnotation outer)
    {
        var end = cursor.Position;
        cursor.Position = outer.Segments;
        if (cursor.Peek() == JsonKind.Array)
        {
            cursor.Enter('[');
            var isFirst = true;
            while (cursor.NextElement(ref isFirst))
                if (!ReadSegment(ref cursor, part, outer))
                    return false;
            if (cursor.Fault != JsonFault.None)
                return false;
        }
        cursor.Position = end;
        return true;
    }

    static bool ReadSegment(ref JsonCursor cursor, DatasetPart part, in CocoAnnotation outer)
    {
        if (cursor.Peek() != JsonKind.Object)
            return cursor.Skip();
        // Not those of the object around it, or of the segment before.
        part.Pending.Clear();
        var values = new CocoAnnotation(cursor.Position) { ImageId = outer.ImageId };
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var read = CocoFieldNames.FieldOf(key) switch
            {
                CocoField.Id => JsonIds.Read(ref cursor, part, textIsUsual: false, out values.Id),
                CocoField.CategoryId => JsonIds.Read(ref cursor, part, textIsUsual: false, out values.CategoryId),
                CocoField.Area => CocoFields.ReadNumber(ref cursor, "area", ref values.Area),
                CocoField.Box => CocoBoxReader.Read(ref cursor, ref values),
                CocoField.Crowd => ReadCrowd(ref cursor, ref values),
                CocoField.Attributes => CocoFields.ReadAttributes(ref cursor, part),
                _ => cursor.Skip(),
            };
            if (!read)
                return false;
        }
        if (cursor.Fault != JsonFault.None)
            return false;
        var row = values.ToRow(cursor, isResult: false);
        row.Shape = ShapeKind.Mask;
        row.Flags |= AnnotationFlags.HasMask | AnnotationFlags.MaskInPicture;
        row.Geometry = CocoPanoptic.ReferenceTo(outer.Start, values.Start);
        var annotation = part.AddAnnotation(row);
        foreach (var (name, value) in part.Pending)
            part.SetAttribute(annotation, name, value);
        return true;
    }

    static bool ReadCrowd(ref JsonCursor cursor, ref CocoAnnotation values)
    {
        if (!CocoFields.ReadFlag(ref cursor, "iscrowd", out var isCrowd))
            return false;
        if (isCrowd)
            values.Flags |= AnnotationFlags.Crowd;
        return true;
    }
}
