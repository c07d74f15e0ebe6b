using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Annotations of the work that others hide almost entirely (CVAT, <c>find_covered_annotations</c>).</summary>
static class CoveredShapes
{
    /// <summary>The hidden shapes with the shares of them that stay visible.</summary>
    public static IEnumerable<(ComparedShape Shape, double Visible)> Find(
        ImageScene scene,
        IPainting painting,
        double smallestShare
    )
    {
        var shapes = scene.Work.FindAll(shape =>
            shape.Pool is ShapePool.Box or ShapePool.Ellipse or ShapePool.Region or ShapePool.Mask
        );
        if (shapes.Count < 2)
            yield break;
        var above = new List<int>?[shapes.Count];
        foreach (var (first, second) in BoxPairs.Find([.. shapes.Select(shape => shape.Bounds)]))
            if (painting.IsAbove(shapes[second], second, shapes[first], first))
                (above[first] ??= []).Add(second);
            else if (painting.IsAbove(shapes[first], first, shapes[second], second))
                (above[second] ??= []).Add(first);
        for (var i = 0; i < shapes.Count; i++)
            if (above[i] is { } covers && VisibleShare(i, covers) is var share && share < smallestShare)
                yield return (shapes[i], share);

        double VisibleShare(int below, List<int> covers)
        {
            // Those above cannot hide what lies outside their bounds: most need no pixels.
            if (BoundsLeave(shapes[below], covers.ConvertAll(cover => shapes[cover]), smallestShare))
                return 1;
            if (painting.PixelsOf(shapes[below], scene.Canvas) is not { Area: > 0 } own)
                return 1;
            var left = own;
            foreach (var cover in covers)
                if (painting.PixelsOf(shapes[cover], scene.Canvas) is { } pixels)
                    left = left.Except(pixels) ?? left;
            return left.Area / (double)own.Area;
        }
    }

    // Only certain for boxes: the bounds of other shapes say nothing about how much of them lies where.
    static bool BoundsLeave(ComparedShape below, List<ComparedShape> covers, double smallestShare)
    {
        if (below.Kind != Annotations.Model.ShapeKind.Box)
            return false;
        // Pixels round: what is decided here must be far from the limit.
        const double margin = 0.1;
        return 1 - covers.Sum(cover => below.Bounds.ShareInside(cover.Bounds)) > smallestShare + margin;
    }
}
