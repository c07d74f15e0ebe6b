namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// The percentile interval of the bootstrap (B. Efron, 1979): a statistic of samples drawn with replacement from the
/// images. The draws come from a fixed seed, so that one data set has one interval.
/// </summary>
/// <param name="Low">NaN where too few samples have the statistic.</param>
/// <param name="High">NaN likewise.</param>
/// <param name="Samples">Samples in which the statistic was defined.</param>
public readonly record struct BootstrapInterval(double Low, double High, int Samples)
{
    public const int Seed = 20_260_101;

    /// <summary>An interval for a statistic that is given how often each of <paramref name="items"/> was drawn.</summary>
    public static BootstrapInterval Of(int items, int samples, double confidence, Func<int[], double> statistic)
    {
        if (items < 2 || samples < 1)
            return new(double.NaN, double.NaN, 0);
        var random = new DeterministicRandom(Seed);
        List<double> values = new(samples);
        var times = new int[items];
        for (var sample = 0; sample < samples; sample++)
        {
            Array.Clear(times);
            for (var i = 0; i < items; i++)
                times[random.Below(items)]++;
            var value = statistic(times);
            if (!double.IsNaN(value))
                values.Add(value);
        }

        // Where hardly any sample has the statistic, those that have it are no picture of the rest.
        if (values.Count < samples / 2)
            return new(double.NaN, double.NaN, values.Count);
        values.Sort();
        var tail = (1 - confidence) / 2;
        return new(At(values, tail), At(values, 1 - tail), values.Count);
    }

    // Linear between neighbours, as NumPy's default quantile.
    static double At(List<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
