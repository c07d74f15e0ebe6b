using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// What CVAT's base requirements say. They judge all annotations of their types with the parameters of the comparison, so that
/// it holds their results already.
/// </summary>
static class BaseRequirements
{
    public static ImmutableArray<RequirementResult> Of(ComparisonResult result) =>
        [
            .. RequirementSet.Base.Requirements.Select(requirement => new RequirementResult(
                requirement with
                {
                    Parameters = result.Parameters,
                },
                requirement.Type.IsKeypoint && result.Keypoints is { } keypoints
                    ? Selected(keypoints)
                    : Selected(Of(result, requirement.Type.Pool))
            )),
        ];

    static ComparisonResult Of(ComparisonResult result, ShapePool pool) =>
        result with
        {
            Images =
            [
                .. result.Images.Select(image =>
                    image with
                    {
                        Outcomes = image.Outcomes.RemoveAll(outcome => outcome.Pool != pool),
                        Conflicts = image.Conflicts.RemoveAll(conflict => PoolOf(result, image, conflict) != pool),
                    }
                ),
            ],
        };

    // Without a filter, what is there is judged.
    static ComparisonResult Selected(ComparisonResult result) =>
        result with
        {
            Images =
            [
                .. result.Images.Select(image =>
                    image with
                    {
                        Selection = image.Outcomes.IsEmpty ? RequirementSelection.Empty : RequirementSelection.Computed,
                    }
                ),
            ],
        };

    static ShapePool PoolOf(ComparisonResult result, ImageResult image, Conflict conflict)
    {
        var (dataset, row) = conflict.Work >= 0 ? (image.Data.Work, conflict.Work) : (image.Data.Truth, conflict.Truth);
        var pools = result.Parameters.ComparesBounds
            ? result.Profile.Strategies.OfBounds().Pools
            : result.Profile.Strategies.Pools;
        return pools.GetValueOrDefault(dataset.Annotations.Shapes[row], ShapePool.Box);
    }
}
