namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Sets of unnamed points (CVAT, <c>match_points</c>). Where neither side has an extent, the points are compared in their
/// order against the image's area. Otherwise the points are assigned to each other first, and the similarity is the sum over
/// pairs divided by pairs and lonely points.
/// </summary>
/// <param name="needsBoxes">Whether boxes must overlap, as CVAT asks for.</param>
sealed class PointsSimilarity(double sigma, double threshold, PointScale scale, bool needsBoxes) : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        var (a, b) = (truth.First, work.First);
        if (a.Coordinates.Length < 2 || b.Coordinates.Length < 2)
            return 0;
        if (!(a.GroupBounds.Area > 0) && !(b.GroupBounds.Area > 0))
            return IsHidden(a) || IsHidden(b) ? 0 : InOrder(a.Coordinates, b.Coordinates, canvas.Area);
        if (scale == PointScale.ImageSize)
            return Assigned(a.Coordinates, b.Coordinates, canvas.Area);
        if (needsBoxes && !(a.GroupBounds.IoU(b.GroupBounds) > 0))
            return 0;
        return Assigned(a.Coordinates, b.Coordinates, MeanBox.AreaOf(a.GroupBounds, b.GroupBounds));
    }

    // A point of a skeleton knows whether it is seen; CVAT counts only what is.
    static bool IsHidden(ComparedShape shape) => shape.Keypoints is [{ IsVisible: false }];

    double InOrder(double[] a, double[] b, double area)
    {
        if (a.Length != b.Length)
            return 0;
        double sum = 0;
        for (var i = 0; i + 1 < a.Length; i += 2)
            sum += KeypointGauss.Of(a[i] - b[i], a[i + 1] - b[i + 1], area, sigma);
        return sum / (a.Length / 2);
    }

    double Assigned(double[] a, double[] b, double area)
    {
        int first = a.Length / 2,
            second = b.Length / 2;
        var pairs = new List<SimilarPair>(first * second);
        for (var i = 0; i < first; i++)
        for (var j = 0; j < second; j++)
            pairs.Add(new(i, j, KeypointGauss.Of(a[2 * i] - b[2 * j], a[2 * i + 1] - b[2 * j + 1], area, sigma)));
        var thresholds = new double[first];
        Array.Fill(thresholds, threshold);
        var table = new SimilarityTable(new int[first], new int[second], pairs, thresholds);
        var hits = PaddedAssignment.Solve(table, pairs);
        return hits.Sum(hit => hit.Similarity) / (first + second - hits.Count);
    }
}
