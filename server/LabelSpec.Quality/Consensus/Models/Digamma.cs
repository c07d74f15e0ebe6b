namespace LabelSpec.Quality.Consensus.Models;

/// <summary>The derivative of the logarithm of the gamma function.</summary>
static class Digamma
{
    /// <summary>ψ(x) for x above 0, by recurrence up to 6 and the asymptotic series (Abramowitz and Stegun, 6.3.5, 6.3.18).</summary>
    public static double Of(double x)
    {
        double result = 0;
        for (; x < 6; x++)
            result -= 1 / x;
        var square = 1 / (x * x);
        return result
            + Math.Log(x)
            - .5 / x
            - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))));
    }
}
