using LabelSpec.Annotations.Model;

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
        var points = KeypointShapes.Of(dataset, shapes, labels);
        KeypointShapes.SetBounds(points);
        return points;
    }
}
