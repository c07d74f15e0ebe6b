namespace LabelSpec.Quality.Comparison;

/// <summary>Whether a line runs the other way than the ground truth: turned round it is clearly more alike.</summary>
static class LineDirection
{
    public static bool IsReversed(
        ComparedShape truth,
        ComparedShape work,
        Canvas canvas,
        ComparisonParameters parameters
    )
    {
        if (!parameters.CompareLineOrientation)
            return false;
        var (direct, reversed) = PolylineSimilarity.BothWays(truth, work, canvas, parameters.LineThickness);
        return Math.Max(direct, reversed) - direct > parameters.LineOrientationThreshold;
    }
}
