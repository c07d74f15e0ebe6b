using System.Runtime.InteropServices;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats;

/// <summary>Gives a row the geometry that many formats write alike.</summary>
static class Shapes
{
    /// <summary>More pixels than any annotated picture has; a few bytes can claim them all the same.</summary>
    const long MostPixels = 1L << 30;

    public static void SetBox(ref AnnotationRow row, Box box)
    {
        row.Shape = ShapeKind.Box;
        row.Box = box;
        row.Flags |= AnnotationFlags.HasStoredBox;
    }

    /// <summary>A box that is turned about its centre, in degrees clockwise; 0 is a plain box.</summary>
    public static void SetBox(ref AnnotationRow row, Box box, double angle)
    {
        SetBox(ref row, box);
        if (double.IsNaN(angle) || angle == 0)
            return;
        row.Shape = ShapeKind.RotatedBox;
        row.Angle = angle;
    }

    /// <summary>One ring, line or list of points, whose bounds become the box unless the row has one.</summary>
    public static void SetPoints(
        ref AnnotationRow row,
        DatasetPart part,
        ReadOnlySpan<double> vertices,
        ShapeKind shape = ShapeKind.Polygon
    )
    {
        row.Shape = shape;
        if (vertices.IsEmpty)
            return;
        row.Geometry = part.Geometry.AddPolygon(vertices);
        row.Flags |= AnnotationFlags.HasPolygon;
        if (!row.Flags.HasFlag(AnnotationFlags.HasStoredBox))
            row.Box = Ring.Bounds(vertices);
    }

    /// <summary>Several rings, some of them holes.</summary>
    public static void SetRings(ref AnnotationRow row, DatasetPart part, PolygonBuffer rings)
    {
        row.Shape = ShapeKind.Polygon;
        if (rings.VertexCount == 0)
            return;
        row.Geometry = part.Geometry.AddPolygon(rings);
        row.Flags |= AnnotationFlags.HasPolygon;
        if (!row.Flags.HasFlag(AnnotationFlags.HasStoredBox))
            row.Box = Ring.Bounds(rings.Coordinates);
    }

    public static void SetKeypoints(ref AnnotationRow row, DatasetPart part, List<Keypoint> points)
    {
        row.Shape = ShapeKind.Skeleton;
        row.Flags |= AnnotationFlags.HasKeypoints;
        row.Geometry = part.Geometry.AddKeypoints(CollectionsMarshal.AsSpan(points));
        if (row.Flags.HasFlag(AnnotationFlags.HasStoredBox))
            return;
        var labelled = new List<double>();
        foreach (var point in points.Where(point => point.IsLabelled))
            labelled.AddRange([point.X, point.Y]);
        if (labelled.Count > 0)
            row.Box = Ring.Bounds(CollectionsMarshal.AsSpan(labelled));
    }

    public static void SetMask(ref AnnotationRow row, DatasetPart part, RleMask mask)
    {
        row.Shape = ShapeKind.Mask;
        row.Geometry = part.Geometry.AddMask(mask);
        row.Flags |= AnnotationFlags.HasMask;
        if (!row.Flags.HasFlag(AnnotationFlags.HasStoredBox))
            row.Box = mask.Bounds;
    }

    /// <summary>
    /// Run lengths as COCO writes them: column by column, background first, as a list or as text. False when they are not.
    /// </summary>
    public static bool TrySetRle(ref AnnotationRow row, DatasetPart part, JsonNode counts, int height, int width)
    {
        row.Shape = ShapeKind.Mask;
        if ((long)height * width > MostPixels)
            return false;
        RleResult result;
        if (counts.IsText)
            result = RleMask.FromText(Encoding.UTF8.GetBytes(counts.Text!), height, width);
        else
        {
            var numbers = new List<long>(counts.Count);
            foreach (var count in counts.Children)
                numbers.Add(count.Index);
            result = RleMask.FromIntegers(CollectionsMarshal.AsSpan(numbers), height, width);
        }
        if (!result.HasMask || !(counts.IsText || counts.IsArray))
            return false;
        SetMask(ref row, part, result.Mask!);
        return true;
    }

    /// <summary>Four numbers: left, top, width, height. What is missing is NaN.</summary>
    public static Box BoxOf(JsonNode four) => new(four[0].Number, four[1].Number, four[2].Number, four[3].Number);
}
