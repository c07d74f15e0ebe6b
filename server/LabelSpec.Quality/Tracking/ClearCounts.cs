namespace LabelSpec.Quality.Tracking;

/// <summary>
/// CLEAR MOT (K. Bernardin, R. Stiefelhagen, 2008) as TrackEval's <c>metrics/clear.py</c> computes it, at similarity one
/// half. Counts of several sequences add up.
/// </summary>
public sealed record ClearCounts
{
    public long Hits { get; init; }

    public long FalseAlarms { get; init; }

    public long Misses { get; init; }

    /// <summary>Objects that are found by another track than the last time.</summary>
    public long IdSwitches { get; init; }

    /// <summary>Times that an object is found again after it was lost.</summary>
    public long Fragmentations { get; init; }

    /// <summary>Objects found in more than 80 % of their frames.</summary>
    public long MostlyTracked { get; init; }

    /// <summary>Objects found in 20 % to 80 % of their frames.</summary>
    public long PartlyTracked { get; init; }

    /// <summary>Objects found in less than 20 % of their frames.</summary>
    public long MostlyLost { get; init; }

    /// <summary>Sum of the similarities of hits.</summary>
    public double Similarity { get; init; }

    /// <summary>(TP - FP - IDSW) / (TP + FN).</summary>
    public double Mota => (Hits - FalseAlarms - IdSwitches) / Truths;

    /// <summary>MOTA without the switches.</summary>
    public double Moda => (Hits - FalseAlarms) / Truths;

    /// <summary>MOTA with the logarithm of the switches.</summary>
    public double Motal => (Hits - FalseAlarms - (IdSwitches > 0 ? Math.Log10(IdSwitches) : 0)) / Truths;

    /// <summary>Mean similarity of hits.</summary>
    public double Motp => Similarity / Math.Max(1, Hits);

    public double Recall => Hits / Truths;

    public double Precision => Hits / (double)Math.Max(1, Hits + FalseAlarms);

    double Truths => Math.Max(1, Hits + Misses);

    public static ClearCounts operator +(ClearCounts a, ClearCounts b) => a.Add(b);

    public ClearCounts Add(ClearCounts other) =>
        new()
        {
            Hits = Hits + other.Hits,
            FalseAlarms = FalseAlarms + other.FalseAlarms,
            Misses = Misses + other.Misses,
            IdSwitches = IdSwitches + other.IdSwitches,
            Fragmentations = Fragmentations + other.Fragmentations,
            MostlyTracked = MostlyTracked + other.MostlyTracked,
            PartlyTracked = PartlyTracked + other.PartlyTracked,
            MostlyLost = MostlyLost + other.MostlyLost,
            Similarity = Similarity + other.Similarity,
        };
}
