using LabelSpec.Geometry;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Consensus.Cvat;

/// <summary>Which member of a cluster CVAT takes for its shape; of equal ones that of the first replica.</summary>
static class CvatShapes
{
    /// <summary>
    /// The one whose pixels have the highest IoU with those of the mean of the boxes, edge by edge; of points and lines their
    /// box counts (<c>ShapeMerger._merge_cluster_shape_mean_box_nearest</c>). Turned boxes and ellipses add their box
    /// as it was before turning to the mean.
    /// </summary>
    public static int NearestToMeanBox(ImageShapes image, IReadOnlyList<int> cluster, ProfileStrategies profile)
    {
        var canvas = image.Canvas;
        var mean = RleMask
            .FromBox(
                ConsensusShapes.MeanBox([.. cluster.Select(node => profile.ExtentOf(image.Nodes[node].Unit.First))]),
                canvas.Height,
                canvas.Width
            )
            .Mask;
        return cluster.MaxBy(node =>
            PixelsOf(image.Nodes[node].Unit.First, canvas) is { } pixels && mean is not null ? mean.IoU(pixels) : 0
        );
    }

    /// <summary>
    /// The one with the least mean distance to all, a distance being 1 − similarity
    /// (<c>SkeletonMerger.merge_cluster_shape_mean_nearest</c>).
    /// </summary>
    public static int NearestSkeleton(ImageShapes image, IReadOnlyList<int> cluster) =>
        cluster.MinBy(node => cluster.Sum(other => 1 - image.Overlap(node, other)) / cluster.Count);

    static RleMask? PixelsOf(ComparedShape shape, Canvas canvas) =>
        shape.Pool is ShapePool.Points or ShapePool.Polyline
            ? RleMask.FromBox(shape.Bounds, canvas.Height, canvas.Width).Mask
            : ShapePixels.Of(shape, canvas);
}
