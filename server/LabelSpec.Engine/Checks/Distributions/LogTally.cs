namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>
/// How positive numbers are spread: a count for each of <see cref="LogBins"/>, and the rows with the smallest and the
/// largest numbers.
/// </summary>
sealed class LogTally : IEvidence<LogTally>
{
    readonly int[] bins = new int[LogBins.Count];

    public long Total { get; private set; }

    public Extremes Smallest { get; } = new(isSmallest: true);

    public Extremes Largest { get; } = new(isSmallest: false);

    public void Add(double value, int row)
    {
        bins[LogBins.Of(value)]++;
        Total++;
        Smallest.Add(value, row);
        Largest.Add(value, row);
    }

    public void Add(LogTally other)
    {
        for (var bin = 0; bin < bins.Length; bin++)
            bins[bin] += other.bins[bin];
        Total += other.Total;
        Smallest.Add(other.Smallest);
        Largest.Add(other.Largest);
    }

    /// <summary>Base-2 logarithm of a quantile, to a sixteenth of a doubling.</summary>
    public double LogQuantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Total));
        long seen = 0;
        for (var bin = 0; bin < bins.Length; bin++)
        {
            seen += bins[bin];
            if (seen >= rank)
                return LogBins.LogOf(bin);
        }

        return double.NaN;
    }

    public double Quantile(double share) => Math.Pow(2, LogQuantile(share));

    /// <summary>How many numbers lie in the bins from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public long CountIn(int first, int end)
    {
        long count = 0;
        for (var bin = first; bin < end; bin++)
            count += bins[bin];
        return count;
    }
}
