using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Compares the points of skeletons one by one (CVAT from 2.74 on, requirement <c>skeleton_keypoint</c>;
/// <c>quality_handlers.py</c>, <c>_prepare_item_for_requirement</c>): each point that is not outside is an annotation of a
/// single point, those of a skeleton are one group unless the skeleton has a group already, and nothing else is there. They
/// are then matched like points: the box around the group is their scale. Of their attributes none is compared here.
/// </summary>
sealed class KeypointComparer(ComparisonPlan plan, KeypointLabels labels)
{
    readonly ImageJudge judge = new(
        plan.Data,
        plan.Strategies,
        plan.Parameters,
        new(plan.Parameters, plan.Strategies.Similarities(plan.Parameters, []), [], []),
        AttributeComparison.Nothing(labels.Names.Length),
        labels.Names.Length
    );

    /// <param name="scene">Both sides as they were read.</param>
    public ImageResult Compare(ImagePair pair, ImageScene scene) =>
        judge.Judge(
            pair,
            new(PointsOf(plan.Data.Truth, scene.Truth), PointsOf(plan.Data.Work, scene.Work), scene.Canvas),
            IgnoredRegions.None
        );

    List<ComparedShape> PointsOf(Dataset dataset, List<ComparedShape> shapes)
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

        return points;
    }
}
