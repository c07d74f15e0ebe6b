using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Makes annotations of the points of skeletons.</summary>
static class KeypointShapes
{
    /// <summary>The points of all skeletons among some annotations, one by one.</summary>
    public static List<ComparedShape> Of(Dataset dataset, List<ComparedShape> shapes, KeypointLabels labels)
    {
        var ownGroup = shapes.Select(shape => shape.Group).DefaultIfEmpty(0).Max() + 1;
        var points = new List<ComparedShape>();
        foreach (var skeleton in shapes.Where(shape => shape.Kind == ShapeKind.Skeleton))
        {
            var group = skeleton.Group > 0 ? skeleton.Group : ownGroup++;
            for (var i = 0; i < skeleton.Keypoints.Length; i++)
                if (skeleton.Keypoints[i] is { IsLabelled: true } point)
                    points.Add(
                        new ComparedShape
                        {
                            Row = skeleton.Row,
                            Label = labels.Of(dataset, skeleton.Row, skeleton.Label, i),
                            Pool = ShapePool.Points,
                            Kind = ShapeKind.Point,
                            Bounds = default,
                            ZOrder = skeleton.ZOrder,
                            Group = group,
                            Keypoints = [point],
                        }.WithCoordinates([point.X, point.Y])
                    );
        }

        return points;
    }

    /// <summary>Gives each point the box around those of its group, which is its scale.</summary>
    public static void SetBounds(List<ComparedShape> points)
    {
        foreach (var group in points.GroupBy(point => point.Group))
        {
            var bounds = Box.FromEdges(
                group.Min(point => point.Coordinates[0]),
                group.Min(point => point.Coordinates[1]),
                group.Max(point => point.Coordinates[0]),
                group.Max(point => point.Coordinates[1])
            );
            foreach (var point in group)
                point.GroupBounds = bounds;
        }
    }
}
