using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>A base requirement of CVAT: the annotations of one type.</summary>
sealed record CvatRequirement(string Name, ShapePool Pool)
{
    const string Keypoints = "skeleton_keypoint";

    public static ImmutableArray<CvatRequirement> All { get; } =
    [
        new("tag", ShapePool.Tag),
        new("rectangle", ShapePool.Box),
        new("skeleton", ShapePool.Skeleton),
        new(Keypoints, ShapePool.Points),
        new("points", ShapePool.Points),
        new("polyline", ShapePool.Polyline),
        new("mask", ShapePool.Mask),
        new("polygon", ShapePool.Region),
        new("ellipse", ShapePool.Ellipse),
    ];

    /// <summary>The part of a result that it speaks of.</summary>
    public ComparisonResult Of(ComparisonResult result) =>
        Name == Keypoints && result.Keypoints is { } keypoints ? keypoints : OfAnnotations(result);

    ComparisonResult OfAnnotations(ComparisonResult result) =>
        result with
        {
            Images =
            [
                .. result.Images.Select(image =>
                    image with
                    {
                        Outcomes = image.Outcomes.RemoveAll(outcome => outcome.Pool != Pool),
                        Conflicts = image.Conflicts.RemoveAll(conflict => PoolOf(image, conflict) != Pool),
                    }
                ),
            ],
        };

    static ShapePool PoolOf(ImageResult image, Conflict conflict)
    {
        var (dataset, row) = conflict.Work >= 0 ? (image.Data.Work, conflict.Work) : (image.Data.Truth, conflict.Truth);
        return dataset.Annotations.Shapes[row] switch
        {
            ShapeKind.Tag => ShapePool.Tag,
            ShapeKind.Skeleton => ShapePool.Skeleton,
            ShapeKind.Point => ShapePool.Points,
            ShapeKind.Polyline => ShapePool.Polyline,
            ShapeKind.Mask => ShapePool.Mask,
            ShapeKind.Polygon => ShapePool.Region,
            ShapeKind.Ellipse => ShapePool.Ellipse,
            _ => ShapePool.Box,
        };
    }
}
