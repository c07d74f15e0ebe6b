using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>How far the exact shapes of two annotations overlap.</summary>
static class ShapeOverlap
{
    /// <summary>Whether two exact shapes have at least a limit of IoU, or cannot be compared.</summary>
    public static bool Agree(Dataset dataset, int first, int second, double limit)
    {
        var both = dataset.Annotations.Flags[first] & dataset.Annotations.Flags[second];
        if (!both.HasFlag(AnnotationFlags.HasPolygon) || both.HasFlag(AnnotationFlags.HasMask))
            return IoU(dataset, first, second) is not { } other || other >= limit;
        var (a, b) = (RegionOf(dataset, first), RegionOf(dataset, second));
        // What bounds and areas rule out needs no overlay.
        if (a.IoUAtMost(b) < limit * (1 - 1e-9))
            return false;
        var iou = a.IoU(b);
        return double.IsNaN(iou) || iou >= limit;
    }

    /// <summary>
    /// IoU of the polygons in continuous geometry, or of the masks in pixels. Where shapes are not at hand (panoptic
    /// segments without their picture), the ratio of the stated areas, which no IoU exceeds. Null where only the boxes can be compared.
    /// </summary>
    public static double? IoU(Dataset dataset, int first, int second)
    {
        var both = dataset.Annotations.Flags[first] & dataset.Annotations.Flags[second];
        if (both.HasFlag(AnnotationFlags.HasMask))
        {
            if (dataset.ReadMask(first).Mask is { } a && dataset.ReadMask(second).Mask is { } b && a.SameDimensions(b))
                return a.IoU(b);
            if (!both.HasFlag(AnnotationFlags.MaskInPicture))
                return null;
        }

        if (both.HasFlag(AnnotationFlags.HasPolygon))
        {
            var iou = RegionOf(dataset, first).IoU(RegionOf(dataset, second));
            return double.IsNaN(iou) ? null : iou;
        }

        var (area, other) = (dataset.Annotations.StoredAreas[first], dataset.Annotations.StoredAreas[second]);
        return area > 0 && other > 0 ? Math.Min(area, other) / Math.Max(area, other) : null;
    }

    static Region RegionOf(Dataset dataset, int annotation)
    {
        var polygon = new PolygonBuffer();
        dataset.ReadPolygon(annotation, polygon);
        return RegionOf(polygon);
    }

    /// <summary>The place that all parts of a polygon cover together.</summary>
    public static Region RegionOf(PolygonBuffer polygon)
    {
        var ends = new int[polygon.PartCount];
        var holes = new bool[polygon.PartCount];
        var end = 0;
        for (var part = 0; part < ends.Length; part++)
        {
            end += polygon.PartAt(part).Length;
            ends[part] = end;
            holes[part] = polygon.IsHole(part);
        }

        return Region.FromOwnRings(polygon.Coordinates.ToArray(), ends, holes);
    }
}
