using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Skeletons by object keypoint similarity: the mean, over the points that either side has, of exp(−d² / (2 S (2σ)²)), where a
/// point that only one side has counts 0. S is the area of the mean of the two boxes, groups included.
/// </summary>
/// <param name="sigma">σ of points for which no other is known.</param>
/// <param name="sigmas">For each label the σ of its points, as the guideline gives them; empty for none.</param>
/// <param name="countsHidden">
/// Whether hidden points count as points; CVAT counts only visible ones, so that two skeletons whose points are all hidden
/// have no similarity (0/0) and never match.
/// </param>
/// <param name="needsBoxes">
/// Whether boxes must overlap. CVAT asks for it, so that skeletons whose points lie on a line never match, not even
/// themselves; otherwise a side of length 0 takes the image for its scale.
/// </param>
sealed class SkeletonSimilarity(
    double sigma,
    ImmutableArray<ImmutableArray<double>> sigmas,
    bool countsHidden,
    bool needsBoxes
) : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        var (a, b) = (truth.First, work.First);
        if (a.Keypoints.Length != b.Keypoints.Length)
            return 0;
        if (needsBoxes && !(a.GroupBounds.IoU(b.GroupBounds) > 0))
            return 0;
        var scale = MeanBox.AreaOf(a.GroupBounds, b.GroupBounds);
        if (!(scale > 0))
            scale = canvas.Area;
        ReadOnlySpan<double> own = a.Label < sigmas.Length ? sigmas[a.Label].AsSpan() : [];
        double sum = 0;
        var labelled = 0;
        for (var i = 0; i < a.Keypoints.Length; i++)
        {
            var (p, q) = (a.Keypoints[i], b.Keypoints[i]);
            var hasFirst = countsHidden ? p.IsLabelled : p.IsVisible;
            var hasSecond = countsHidden ? q.IsLabelled : q.IsVisible;
            if (!hasFirst && !hasSecond)
                continue;
            labelled++;
            if (hasFirst && hasSecond)
                sum += KeypointGauss.Of(p.X - q.X, p.Y - q.Y, scale, i < own.Length ? own[i] : sigma);
        }

        return sum / labelled;
    }
}
