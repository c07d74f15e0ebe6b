namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT: of a frame the mean over pairs and over lonely shapes, each of those with the best similarity to any shape of the
/// other side, 0 without shapes; of a job the mean over frames (quality_reports.py, <c>mean_iou</c>).
/// </summary>
sealed class MeanIouOfFrames : IMeanIou
{
    public IouShare Of(IEnumerable<Outcome> outcomes)
    {
        var share = new IouShare();
        foreach (var outcome in outcomes)
            if (outcome.Pool != ShapePool.Tag)
                share += new IouShare(outcome.Similarity, 1);
        return new(share.Count == 0 ? 0 : share.Mean, 1);
    }
}
