using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>A number that annotations of the same geometry have in common (<see cref="Pairs.AreEqual"/>).</summary>
static class ShapeHash
{
    public static int Of(Dataset dataset, int row)
    {
        var hash = new HashCode();
        var flags = dataset.Annotations.Flags[row];
        hash.Add(dataset.Annotations.Shapes[row]);
        hash.Add(dataset.Annotations.Angles[row]);
        if (flags.HasFlag(AnnotationFlags.HasPolygon))
        {
            var polygon = new PolygonBuffer();
            dataset.ReadPolygon(row, polygon);
            foreach (var number in polygon.Coordinates)
                hash.Add(number);
        }

        if (flags.HasFlag(AnnotationFlags.HasKeypoints))
        {
            var keypoints = new KeypointBuffer();
            dataset.ReadKeypoints(row, keypoints);
            foreach (var point in keypoints.Points)
                hash.Add(point);
        }

        if (flags.HasFlag(AnnotationFlags.HasMask) && dataset.ReadMask(row).Mask is { } mask)
            foreach (var run in mask.Runs)
                hash.Add(run);
        return hash.ToHashCode();
    }
}
