using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>δ² of Krippendorff's α: how far apart two values are, at a level of measurement.</summary>
sealed class SquaredDistance
{
    readonly MeasurementLevel level;
    readonly ImmutableArray<double> values;
    readonly double[] totals;
    readonly double[] before;

    /// <param name="level">What differences mean.</param>
    /// <param name="values">The number of each code.</param>
    /// <param name="totals">How often each value stands in a pair; ranks are measured by it.</param>
    public SquaredDistance(MeasurementLevel level, ImmutableArray<double> values, double[] totals)
    {
        this.level = level;
        this.values = values;
        this.totals = totals;
        before = new double[totals.Length + 1];
        for (var code = 0; code < totals.Length; code++)
            before[code + 1] = before[code] + totals[code];
    }

    public double Of(int first, int second)
    {
        if (first == second)
            return 0;
        var distance = level switch
        {
            MeasurementLevel.Ordinal => Between(Math.Min(first, second), Math.Max(first, second)),
            MeasurementLevel.Interval => values[first] - values[second],
            MeasurementLevel.Ratio => (values[first] - values[second]) / (values[first] + values[second]),
            _ => 1,
        };
        return distance * distance;
    }

    double Between(int low, int high) => before[high + 1] - before[low] - (totals[low] + totals[high]) / 2;
}
