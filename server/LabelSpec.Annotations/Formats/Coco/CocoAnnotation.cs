using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>The values of one annotation object while it is read: fields, because they are passed by reference.</summary>
struct CocoAnnotation(int start)
{
    /// <summary>Index of the opening brace.</summary>
    public readonly int Start = start;
    public CocoField Seen;
    public RecordId Id = RecordId.None;
    public RecordId ImageId = RecordId.None;
    public RecordId CategoryId = RecordId.None;
    public RecordId TrackId = RecordId.None;
    public AnnotationFlags Flags;
    public Box Box = new(double.NaN, double.NaN, double.NaN, double.NaN);
    public double Angle;
    public double Area = double.NaN;
    public double Score = double.NaN;
    public int KeypointCount = -1;

    /// <summary>Where <c>segmentation</c> begins, from <see cref="Start"/>; −1 for none.</summary>
    public int Segmentation = -1;

    /// <summary>Where the polygon is in the part's pool; −1 when it was not read.</summary>
    public int Rings = -1;

    /// <summary>Index of <c>segments_info</c>; −1 for none.</summary>
    public int Segments = -1;

    public readonly AnnotationRow ToRow(in JsonCursor cursor, bool isResult) =>
        new(cursor.SpanFrom(Start))
        {
            Id = Id,
            ImageId = ImageId,
            CategoryId = CategoryId,
            Shape = Shape(),
            Flags = isResult || !double.IsNaN(Score) ? Flags | AnnotationFlags.Prediction : Flags,
            Box = Box,
            Angle = Angle,
            Area = Area,
            Score = Score,
            KeypointCount = KeypointCount,
            Geometry = (Flags & (AnnotationFlags.HasPolygon | AnnotationFlags.HasMask)) != 0 ? Segmentation : -1,
            Rings = (Flags & AnnotationFlags.HasPolygon) != 0 ? Rings : -1,
        };

    readonly ShapeKind Shape() =>
        (Seen & CocoField.Caption) != 0 ? ShapeKind.Caption
        : (Flags & AnnotationFlags.HasKeypoints) != 0 ? ShapeKind.Skeleton
        : (Flags & AnnotationFlags.HasMask) != 0 ? ShapeKind.Mask
        : (Flags & AnnotationFlags.HasPolygon) != 0 ? ShapeKind.Polygon
        : (Flags & AnnotationFlags.HasStoredBox) == 0 ? ShapeWithoutBox()
        : Angle != 0 ? ShapeKind.RotatedBox
        : ShapeKind.Box;

    /// <summary>A category alone labels the image; a geometry field that holds nothing usable is no tag.</summary>
    readonly ShapeKind ShapeWithoutBox() =>
        (Seen & (CocoField.Box | CocoField.Segmentation | CocoField.Keypoints)) == 0
        && (Seen & CocoField.CategoryId) != 0
            ? ShapeKind.Tag
            : ShapeKind.None;
}
