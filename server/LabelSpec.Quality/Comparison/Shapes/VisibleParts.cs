using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>What stays visible of the polygons and masks of one side.</summary>
static class VisibleParts
{
    /// <summary>For each shape the pixels that none above it covers; null for shapes without pixels.</summary>
    public static RleMask?[] Of(IReadOnlyList<ComparedShape> shapes, IPainting painting)
    {
        var visible = new RleMask?[shapes.Count];
        for (var i = 0; i < visible.Length; i++)
            visible[i] = shapes[i].Mask;
        if (shapes.Count < 2)
            return visible;
        foreach (var (first, second) in Overlapping(shapes))
        {
            var (below, above) =
                painting.IsAbove(shapes[second], second, shapes[first], first) ? (first, second)
                : painting.IsAbove(shapes[first], first, shapes[second], second) ? (second, first)
                : (-1, -1);
            if (below >= 0 && visible[below] is { } left && shapes[above].Mask is { } cover)
                visible[below] = left.Except(cover) ?? left;
        }

        return visible;
    }

    static List<BoxPair> Overlapping(IReadOnlyList<ComparedShape> shapes) =>
        BoxPairs.Find([.. shapes.Select(shape => shape.Bounds)]);
}
