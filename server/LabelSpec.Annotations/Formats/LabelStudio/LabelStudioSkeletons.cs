using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>
/// Keypoints of an object: points whose <c>parentID</c> is the region of its box, as Label Studio's converters of COCO and YOLO poses
/// write them. They are collected while the results of an annotation are read, and make the box a skeleton at their end.
/// </summary>
sealed class LabelStudioSkeletons(DatasetPart part)
{
    /// <summary>Where a point says whether it is seen: 0 not labelled, 1 hidden, 2 seen.</summary>
    public const string Visibility = "visibility";

    readonly Dictionary<string, List<Keypoint>> pointsOf = new(StringComparer.Ordinal);

    public void Clear() => pointsOf.Clear();

    /// <summary>Takes a point that belongs to another region; false for any other result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="boxes">The ids of regions that are boxes.</param>
    /// <param name="width">Of the image, in pixels.</param>
    /// <param name="height">Of the image, in pixels.</param>
    public bool TryTake(JsonNode result, HashSet<string> boxes, int width, int height)
    {
        var value = result["value"u8];
        if (
            result["type"u8].Text?.StartsWith("keypoint", StringComparison.Ordinal) != true
            || result["parentID"u8].Text is not { } parent
            || !boxes.Contains(parent)
            || !value["x"u8].IsNumber
        )
            return false;
        if (!pointsOf.TryGetValue(parent, out var points))
            pointsOf.Add(parent, points = []);
        var seen = result["meta"u8][System.Text.Encoding.UTF8.GetBytes(Visibility)];
        points.Add(
            new(
                value["x"u8].Number / 100 * width,
                value["y"u8].Number / 100 * height,
                seen.IsNumber ? (int)Math.Clamp(seen.Number, 0, 2) : 2
            )
        );
        return true;
    }

    /// <summary>Gives the boxes their points.</summary>
    public void Join(Dictionary<string, int> regions)
    {
        foreach (var (parent, points) in pointsOf)
        {
            if (!regions.TryGetValue(parent, out var annotation))
                continue;
            part.Annotations.Geometry[annotation] = part.Geometry.AddKeypoints([.. points]);
            part.Annotations.Shape[annotation] = ShapeKind.Skeleton;
            part.Annotations.Flags[annotation] |= AnnotationFlags.HasKeypoints | AnnotationFlags.HasStoredBox;
        }
    }
}
