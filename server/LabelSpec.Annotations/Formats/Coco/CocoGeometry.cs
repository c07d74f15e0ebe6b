using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Decodes segmentations, keypoints and captions from the bytes of the annotation when somebody asks.</summary>
sealed class CocoGeometry : IGeometryDecoder
{
    public bool ReadPolygon(Dataset dataset, int annotation, PolygonBuffer buffer)
    {
        buffer.Clear();
        if ((dataset.Annotations.Flags[annotation] & AnnotationFlags.HasPolygon) == 0)
            return false;
        var cursor = new JsonCursor(SegmentationOf(dataset, annotation));
        if (cursor.Peek() != JsonKind.Array)
            return false;
        cursor.Enter('[');
        if (cursor.Peek() == JsonKind.Number)
        {
            // The flat list that some exporters write instead of a list of lists.
            cursor.Position = 0;
            return CocoCoordinates.ReadRing(ref cursor, buffer);
        }
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
            if (!CocoCoordinates.ReadRing(ref cursor, buffer))
                break;
        return buffer.PartCount > 0;
    }

    public bool ReadKeypoints(Dataset dataset, int annotation, KeypointBuffer buffer)
    {
        buffer.Clear();
        if ((dataset.Annotations.Flags[annotation] & AnnotationFlags.HasKeypoints) == 0)
            return false;
        var cursor = ValueOf(dataset, annotation, "keypoints"u8);
        return CocoCoordinates.ReadKeypoints(ref cursor, buffer);
    }

    public RleResult ReadMask(Dataset dataset, int annotation) =>
        (dataset.Annotations.Flags[annotation] & AnnotationFlags.HasMask) == 0 ? default
        : CocoPanoptic.IsSegment(dataset, annotation) ? CocoPanoptic.ReadMask(dataset, annotation)
        : CocoMask.Read(new JsonCursor(SegmentationOf(dataset, annotation)));

    public LabelPictureFile? ReadLabelPicture(Dataset dataset, int annotation) =>
        CocoPanoptic.ReadPicture(dataset, annotation);

    public OrientedCuboid? ReadCuboid(Dataset dataset, int annotation) => null;

    public string? ReadCaption(Dataset dataset, int annotation)
    {
        if (dataset.Annotations.Shapes[annotation] != ShapeKind.Caption)
            return null;
        var cursor = ValueOf(dataset, annotation, "caption"u8);
        return cursor.Peek() == JsonKind.Text && JsonText.Read(ref cursor, new TextPool(), out var text) ? text : null;
    }

    static ReadOnlySpan<byte> SegmentationOf(Dataset dataset, int annotation)
    {
        var (span, offset) = (dataset.Annotations.SpanOf(annotation), dataset.Annotations.GeometryOf(annotation));
        return offset < 0 ? [] : dataset.Files[span.File].Bytes.Slice(span.Start + offset, span.Length - offset);
    }

    /// <summary>A cursor at the value of a field; at an empty text when there is none.</summary>
    static JsonCursor ValueOf(Dataset dataset, int annotation, ReadOnlySpan<byte> field)
    {
        var span = dataset.Annotations.SpanOf(annotation);
        var cursor = new JsonCursor(dataset.Files[span.File].Bytes.Slice(span.Start, span.Length));
        return JsonMembers.TryFind(ref cursor, field) ? cursor : default;
    }
}
