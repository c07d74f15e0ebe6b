namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>
/// What is usual in a distribution of positive numbers: the median, and on each side a number of robust standard
/// deviations of the logarithm. A deviation is the distance from the median to the quartile of its side over 0.6745, the
/// quartile of the normal distribution (P. J. Rousseeuw, C. Croux, Alternatives to the Median Absolute Deviation, JASA
/// 1993, for the constant), which follows skewed distributions and is not moved by the outliers themselves.
/// </summary>
readonly struct UsualRange
{
    const double NormalQuartile = 0.6745;

    /// <summary>In doublings; where most numbers are nearly equal, a small difference is nothing unusual.</summary>
    const double SmallestDeviation = 0.35;

    readonly LogTally tally;
    readonly int firstUsual;
    readonly int endUsual;

    public UsualRange(LogTally tally, double deviations)
    {
        this.tally = tally;
        var median = tally.LogQuantile(0.5);
        (LowerQuartile, Median, UpperQuartile) = (tally.Quantile(0.25), Math.Pow(2, median), tally.Quantile(0.75));
        firstUsual = LogBins.FirstFrom(median - deviations * Deviation(median - tally.LogQuantile(0.25)));
        endUsual = LogBins.FirstFrom(median + deviations * Deviation(tally.LogQuantile(0.75) - median));
    }

    public double LowerQuartile { get; }

    public double Median { get; }

    public double UpperQuartile { get; }

    /// <summary>Smaller numbers are unusual.</summary>
    public double Lower => LogBins.Start(firstUsual);

    /// <summary>Larger numbers are unusual.</summary>
    public double Upper => LogBins.Start(endUsual);

    public long TooSmall => tally.CountIn(0, firstUsual);

    public long TooLarge => tally.CountIn(endUsual, LogBins.Count);

    static double Deviation(double quartileDistance) => Math.Max(SmallestDeviation, quartileDistance / NormalQuartile);
}
