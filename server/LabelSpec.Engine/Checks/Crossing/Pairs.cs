using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>Which pairs of annotations may speak of one object, and when they are the same.</summary>
static class Pairs
{
    public static bool AreSameWork(AnnotationTable rows, int first, int second) =>
        rows.Annotators[first] == rows.Annotators[second]
        && rows.FileOf(first) == rows.FileOf(second)
        && rows.Frames[first] == rows.Frames[second];

    /// <summary>Whether the second annotation is an exact duplicate of the first: <see cref="Copies"/> of two.</summary>
    public static bool IsCopy(Dataset dataset, int first, int second)
    {
        var rows = dataset.Annotations;
        return ((rows.Flags[first] | rows.Flags[second]) & AnnotationFlags.Prediction) == 0
            && rows.Images[first] == rows.Images[second]
            && rows.Categories[first] == rows.Categories[second]
            && AreSameWork(rows, first, second)
            && AreEqual(dataset, first, second);
    }

    /// <summary>Same shape, box, angle and geometry, number by number.</summary>
    public static bool AreEqual(Dataset dataset, int first, int second)
    {
        const AnnotationFlags Geometry =
            AnnotationFlags.HasPolygon | AnnotationFlags.HasMask | AnnotationFlags.HasKeypoints;
        var rows = dataset.Annotations;
        if (
            rows.Boxes[first] != rows.Boxes[second]
            || rows.Shapes[first] != rows.Shapes[second]
            || rows.Angles[first] != rows.Angles[second]
            || (rows.Flags[first] & Geometry) != (rows.Flags[second] & Geometry)
        )
            return false;
        var flags = rows.Flags[first];
        return (!flags.HasFlag(AnnotationFlags.HasPolygon) || SamePolygon(dataset, first, second))
            && (!flags.HasFlag(AnnotationFlags.HasKeypoints) || SameKeypoints(dataset, first, second))
            && (!flags.HasFlag(AnnotationFlags.HasMask) || SameMask(dataset, first, second));
    }

    static bool SamePolygon(Dataset dataset, int first, int second)
    {
        var a = new PolygonBuffer();
        var b = new PolygonBuffer();
        dataset.ReadPolygon(first, a);
        dataset.ReadPolygon(second, b);
        return a.PartCount == b.PartCount && a.Coordinates.SequenceEqual(b.Coordinates);
    }

    static bool SameKeypoints(Dataset dataset, int first, int second)
    {
        var a = new KeypointBuffer();
        var b = new KeypointBuffer();
        dataset.ReadKeypoints(first, a);
        dataset.ReadKeypoints(second, b);
        return a.Points.SequenceEqual(b.Points);
    }

    static bool SameMask(Dataset dataset, int first, int second) =>
        dataset.ReadMask(first).Mask is { } a
        && dataset.ReadMask(second).Mask is { } b
        && a.SameDimensions(b)
        && a.Runs.SequenceEqual(b.Runs);
}
