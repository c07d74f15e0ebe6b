using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The extent of an object that consists of several annotations: points have no size, but the box that is grouped with
/// them does (CVAT, <c>KeypointsMatcher.instance_bbox</c>).
/// </summary>
static class GroupBounds
{
    public static void Set(ImageScene scene, ProfileStrategies profile)
    {
        foreach (var part in scene.Parts(profile))
        {
            Set(part.Truth, profile);
            Set(part.Work, profile);
        }
    }

    public static void Set(List<ComparedShape> shapes, ProfileStrategies profile)
    {
        Dictionary<int, Box>? groups = null;
        foreach (var shape in shapes)
            if (IsGrouped(shape))
            {
                groups ??= [];
                var extent = profile.ExtentOf(shape);
                groups[shape.Group] = groups.TryGetValue(shape.Group, out var known) ? known.Union(extent) : extent;
            }

        foreach (var shape in shapes)
            shape.GroupBounds =
                IsGrouped(shape) && (profile.ExtendsPoints || shape.Pool != ShapePool.Points)
                    ? groups![shape.Group]
                    : profile.ExtentOf(shape);
    }

    static bool IsGrouped(ComparedShape shape) => shape.Group >= 0 && shape.Pool != ShapePool.Tag;
}
