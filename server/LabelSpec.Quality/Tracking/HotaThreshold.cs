namespace LabelSpec.Quality.Tracking;

/// <summary>
/// HOTA at one similarity threshold (J. Luiten et al., 2021; TrackEval's <c>metrics/hota.py</c>). Sums of several
/// sequences add up.
/// </summary>
/// <param name="Hits">Pairs at or above the threshold.</param>
/// <param name="FalseAlarms">Track positions without a pair.</param>
/// <param name="Misses">Object positions without a pair.</param>
/// <param name="Association">Sum over hits of the Jaccard index of their object and track.</param>
/// <param name="AssociationRecall">Sum over hits of the share of the object's positions that the track hits.</param>
/// <param name="AssociationPrecision">Sum over hits of the share of the track's positions that hit the object.</param>
/// <param name="Similarity">Sum of the similarities of hits.</param>
public sealed record HotaThreshold(
    long Hits,
    long FalseAlarms,
    long Misses,
    double Association,
    double AssociationRecall,
    double AssociationPrecision,
    double Similarity
)
{
    /// <summary>√(DetA · AssA).</summary>
    public double Hota => Math.Sqrt(DetA * AssA);

    /// <summary>TP / (TP + FN + FP).</summary>
    public double DetA => Hits / (double)Math.Max(1, Hits + Misses + FalseAlarms);

    public double DetRe => Hits / (double)Math.Max(1, Hits + Misses);

    public double DetPr => Hits / (double)Math.Max(1, Hits + FalseAlarms);

    public double AssA => Association / Math.Max(1, Hits);

    public double AssRe => AssociationRecall / Math.Max(1, Hits);

    public double AssPr => AssociationPrecision / Math.Max(1, Hits);

    /// <summary>Mean similarity of hits; 1 where there are none, as in TrackEval.</summary>
    public double LocA => Math.Max(1e-10, Similarity) / Math.Max(1e-10, Hits);

    /// <summary>√(DetRe · AssA), which does not punish false alarms.</summary>
    public double Owta => Math.Sqrt(DetRe * AssA);

    public static HotaThreshold operator +(HotaThreshold a, HotaThreshold b) => a.Add(b);

    public HotaThreshold Add(HotaThreshold other) =>
        new(
            Hits + other.Hits,
            FalseAlarms + other.FalseAlarms,
            Misses + other.Misses,
            Association + other.Association,
            AssociationRecall + other.AssociationRecall,
            AssociationPrecision + other.AssociationPrecision,
            Similarity + other.Similarity
        );
}
