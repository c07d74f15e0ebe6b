namespace LabelSpec.Quality.Consensus.Models;

/// <summary>Logarithms of sums whose terms are too small for a double.</summary>
static class LogSum
{
    /// <summary>Turns logarithms of weights into probabilities in place; returns the logarithm of their sum.</summary>
    public static double Normalise(Span<double> logarithms)
    {
        var highest = double.NegativeInfinity;
        foreach (var value in logarithms)
            highest = Math.Max(highest, value);
        double sum = 0;
        foreach (ref var value in logarithms)
            sum += value = Math.Exp(value - highest);
        foreach (ref var value in logarithms)
            value /= sum;
        return highest + Math.Log(sum);
    }
}
