using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Takes over the shape of an annotation of any format into an entry that is to be written.</summary>
public static class CocoEntryShape
{
    /// <summary>
    /// Box, area, polygons, mask and keypoints of an annotation. COCO knows neither rotated boxes nor ellipses: their
    /// outlines become polygons. Labels of the whole image have no shape.
    /// </summary>
    public static CocoAnnotationEntry WithShapeOf(this CocoAnnotationEntry entry, Dataset dataset, int row)
    {
        var kind = dataset.Annotations.Shapes[row];
        if (kind is ShapeKind.Tag or ShapeKind.Caption)
            return entry;
        var flags = dataset.Annotations.Flags[row];
        var keypoints = new KeypointBuffer();
        var polygon = new PolygonBuffer();
        if ((flags & AnnotationFlags.HasKeypoints) != 0)
            dataset.ReadKeypoints(row, keypoints);
        if ((flags & AnnotationFlags.HasPolygon) != 0)
            dataset.ReadPolygon(row, polygon);
        var mask = (flags & AnnotationFlags.HasMask) != 0 ? dataset.ReadMask(row).Mask : null;
        ImmutableArray<double[]> rings = kind is ShapeKind.RotatedBox or ShapeKind.Ellipse
            ? [OutlineOf(kind, dataset.Annotations.RotatedBoxOf(row))]
            : [.. Enumerable.Range(0, polygon.PartCount).Select(part => polygon.PartAt(part).ToArray())];
        var box = kind is ShapeKind.RotatedBox or ShapeKind.Ellipse
            ? Ring.Bounds(rings[0])
            : dataset.Annotations.Boxes[row];
        var stored = dataset.Annotations.StoredAreas[row];
        return entry with
        {
            Box = box,
            Area = !double.IsNaN(stored)
                ? stored
                : mask?.Area ?? (rings.IsEmpty ? box.Area : rings.Sum(ring => Ring.Area(ring))),
            IsCrowd = (flags & AnnotationFlags.Crowd) != 0,
            Polygons = rings,
            Mask = mask,
            Keypoints = [.. keypoints.Points],
        };
    }

    static double[] OutlineOf(ShapeKind kind, RotatedBox turned) =>
        kind == ShapeKind.RotatedBox
            ? turned.Corners()
            : new Ellipse(
                turned.CenterX,
                turned.CenterY,
                turned.Width / 2,
                turned.Height / 2,
                turned.AngleDegrees
            ).ToRing();
}
