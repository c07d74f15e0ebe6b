namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// Hits, misses and overlaps by category, summed over images. Totals of disjoint sets of images add up to those of all.
/// </summary>
public sealed class PanopticTotals(int categories)
{
    readonly long[] hits = new long[categories];
    readonly long[] falseAlarms = new long[categories];
    readonly long[] misses = new long[categories];
    readonly ExactSum[] overlap = new ExactSum[categories];

    public int Categories => hits.Length;

    public long Hits(int category) => hits[category];

    public long FalseAlarms(int category) => falseAlarms[category];

    public long Misses(int category) => misses[category];

    /// <summary>
    /// PQ = Σ IoU / (TP + FP/2 + FN/2), SQ = Σ IoU / TP, RQ = TP / (TP + FP/2 + FN/2) (A. Kirillov et al., "Panoptic
    /// Segmentation", 2019). Without a hit SQ is 0.
    /// </summary>
    public PanopticScore Score(int category)
    {
        var asked = hits[category] + .5 * falseAlarms[category] + .5 * misses[category];
        if (asked == 0)
            return new(double.NaN, double.NaN, double.NaN);
        var sum = overlap[category].Value;
        return new(sum / asked, hits[category] > 0 ? sum / hits[category] : 0, hits[category] / asked);
    }

    /// <summary>The mean over some categories, those of which nothing was asked or answered left out; NaN for none.</summary>
    public PanopticScore Mean(IEnumerable<int> of)
    {
        var scores = of.Select(Score).Where(score => !double.IsNaN(score.Pq)).ToArray();
        return scores.Length == 0
            ? new(double.NaN, double.NaN, double.NaN)
            : new(scores.Average(s => s.Pq), scores.Average(s => s.Sq), scores.Average(s => s.Rq));
    }

    /// <exception cref="ArgumentException">The totals are of another number of categories.</exception>
    public void Add(PanopticTotals other)
    {
        if (other.Categories != Categories)
            throw new ArgumentException("The totals are of other categories.", nameof(other));
        for (var k = 0; k < Categories; k++)
        {
            hits[k] += other.hits[k];
            falseAlarms[k] += other.falseAlarms[k];
            misses[k] += other.misses[k];
            overlap[k].Add(other.overlap[k]);
        }
    }

    internal void AddHit(int category, double iou)
    {
        hits[category]++;
        overlap[category].Add(iou);
    }

    internal void AddFalseAlarm(int category) => falseAlarms[category]++;

    internal void AddMiss(int category) => misses[category]++;
}
