using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The extent of an object that consists of several annotations: points have no size, but the box that is grouped with
/// them does (CVAT, <c>KeypointsMatcher.instance_bbox</c>).
/// </summary>
static class GroupBounds
{
    public static void Set(List<ComparedShape> shapes)
    {
        Dictionary<int, Box>? groups = null;
        foreach (var shape in shapes)
            if (shape.Group >= 0 && shape.Pool != ShapePool.Tag)
            {
                groups ??= [];
                groups[shape.Group] = groups.TryGetValue(shape.Group, out var known)
                    ? known.Union(shape.Bounds)
                    : shape.Bounds;
            }

        foreach (var shape in shapes)
            shape.GroupBounds = shape.Group >= 0 && groups!.TryGetValue(shape.Group, out var box) ? box : shape.Bounds;
    }
}
