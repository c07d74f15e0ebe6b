namespace LabelSpec.Quality.Comparison;

/// <summary>How intervals are computed.</summary>
public sealed record IntervalSettings
{
    /// <summary>The share of intervals that hold the true score.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How many data sets are drawn.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The same seed draws the same data sets.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The wished half width, for which the number of images is told.</summary>
    public double Margin { get; init; } = 0.02;
}
