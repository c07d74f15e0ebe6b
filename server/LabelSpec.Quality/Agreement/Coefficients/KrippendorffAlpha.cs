using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// Krippendorff's α = 1 − D_o / D_e for any number of raters, missing answers, and any level of measurement
/// (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). With coincidences
/// o_ck = Σ_u (ordered pairs (c, k) in unit u) / (m_u − 1), n_c = Σ_k o_ck and n = Σ_c n_c:
/// D_o = Σ o_ck δ²_ck / n and D_e = Σ n_c n_k δ²_ck / (n (n − 1)). δ² is 0 or 1 for names,
/// (Σ_{g=c..k} n_g − (n_c + n_k) / 2)² for ranks, (c − k)² for intervals, ((c − k) / (c + k))² for ratios.
/// </summary>
public static class KrippendorffAlpha
{
    public static Coefficient Of(RatingTable table, MeasurementLevel level = MeasurementLevel.Nominal) =>
        Of(Coincidences.Of(table), table.Values, level);

    /// <param name="coincidences">What stands together.</param>
    /// <param name="values">The number of each code; its order is that of ranks.</param>
    /// <param name="level">What differences mean.</param>
    public static Coefficient Of(Coincidences coincidences, ImmutableArray<double> values, MeasurementLevel level) =>
        Of(coincidences.Pairs, coincidences.Units, values, level);

    internal static Coefficient Of(
        IEnumerable<KeyValuePair<(int Answers, int First, int Second), long>> pairs,
        int units,
        ImmutableArray<double> values,
        MeasurementLevel level
    )
    {
        if (units == 0)
            return Coefficient.Without(Coefficient.NoPairs);
        var totals = new double[values.Length];
        foreach (var ((answers, first, second), count) in pairs)
        {
            // A pair of different values was counted once for both of its orders.
            var share = count / (answers - 1.0) / 2;
            totals[first] += share;
            totals[second] += share;
        }

        var all = totals.Sum();
        var distances = new SquaredDistance(level, values, totals);
        double observed = 0;
        foreach (var ((answers, first, second), count) in pairs)
            observed += first == second ? 0 : count / (answers - 1.0) * distances.Of(first, second);
        var expected = Expected(totals, distances, level);
        observed /= all;
        expected /= all * (all - 1);
        return expected > 0
            ? new(1 - observed / expected, 1 - observed, 1 - expected, units)
            : Coefficient.Without(Coefficient.OneValue, units);
    }

    static double Expected(double[] totals, SquaredDistance distances, MeasurementLevel level)
    {
        if (level == MeasurementLevel.Nominal)
        {
            double all = totals.Sum(),
                equal = 0;
            foreach (var total in totals)
                equal += total * total;
            // Differences of squares may leave a rest where only one value occurs.
            return totals.Count(total => total > 0) < 2 ? 0 : all * all - equal;
        }

        double sum = 0;
        for (var c = 0; c < totals.Length; c++)
        for (var k = c + 1; k < totals.Length; k++)
            if (totals[c] > 0 && totals[k] > 0)
                sum += 2 * totals[c] * totals[k] * distances.Of(c, k);
        return sum;
    }
}
