using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Regions of one picture: what lies in them to at least a half, and has no partner, is neither right nor wrong.</summary>
/// <param name="anyLabel">Regions where nothing is judged.</param>
/// <param name="ownLabel">Regions where only other labels are judged.</param>
sealed class IgnoredRegions(Canvas canvas, List<ComparedShape> anyLabel, List<ComparedShape> ownLabel)
{
    /// <summary>As for rules: an annotation lies in an ignore region when half of it does.</summary>
    const double InsideFrom = 0.5;

    public static IgnoredRegions None { get; } = new(default, [], []);

    public bool Hold(ComparedShape shape)
    {
        if (anyLabel.Count + ownLabel.Count == 0 || shape.Bounds.Left is double.NaN)
            return false;
        RleMask? covered = null;
        double largest = 0;
        foreach (var region in anyLabel.Concat(ownLabel.Where(region => region.Label == shape.Label)))
        {
            if (shape.Bounds.IsEmpty)
            {
                if (region.Bounds.Contains(shape.Bounds.Center))
                    return true;
                continue;
            }

            if (region.Bounds.IntersectionArea(shape.Bounds) == 0)
                continue;
            largest = Math.Max(largest, shape.Bounds.ShareInside(region.Bounds));
            if (ShapePixels.Of(region, canvas) is { } pixels)
                covered = covered is null ? pixels : covered.Union(pixels) ?? covered;
        }

        // Shapes without pixels of their own, such as points, are judged by their bounds.
        return covered is not null && ShapePixels.Of(shape, canvas) is { Area: > 0 } own
            ? own.CrowdIoU(covered) >= InsideFrom
            : largest >= InsideFrom;
    }
}
