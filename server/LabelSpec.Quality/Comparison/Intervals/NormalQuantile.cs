namespace LabelSpec.Quality.Comparison;

/// <summary>Quantiles of the standard normal distribution.</summary>
static class NormalQuantile
{
    /// <summary>
    /// Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23: off by less than 4.5e-4, far below what a sample
    /// size can tell.
    /// </summary>
    /// <param name="p">Above one half and below 1.</param>
    public static double Of(double p)
    {
        var t = Math.Sqrt(-2 * Math.Log(1 - p));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
