namespace LabelSpec.Quality.Tracking;

/// <summary>
/// Identity measures (E. Ristani et al., 2016; TrackEval's <c>metrics/identity.py</c>): each object is given at most one
/// track for the whole sequence, so that most frames agree. Counts of several sequences add up.
/// </summary>
public sealed record IdentityCounts(long Hits, long FalseAlarms, long Misses)
{
    /// <summary>IDTP / (IDTP + IDFP / 2 + IDFN / 2).</summary>
    public double F1 => Hits / Math.Max(1, Hits + .5 * FalseAlarms + .5 * Misses);

    public double Recall => Hits / (double)Math.Max(1, Hits + Misses);

    public double Precision => Hits / (double)Math.Max(1, Hits + FalseAlarms);

    public static IdentityCounts operator +(IdentityCounts a, IdentityCounts b) => a.Add(b);

    public IdentityCounts Add(IdentityCounts other) =>
        new(Hits + other.Hits, FalseAlarms + other.FalseAlarms, Misses + other.Misses);
}
