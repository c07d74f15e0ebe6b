namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// Agreement that stays meaningful where nearly all answers are one value (K. L. Gwet, "Computing inter-rater reliability
/// and its variance in the presence of high agreement", 2008; AC2 with weights and missing answers: "Handbook of
/// Inter-Rater Reliability", 4th edition, 2014, chapter 5). With r_ik answers k for item i, r_i in all, agreement weights
/// w_kl and r*_ik = Σ_l w_kl r_il:
/// p_a = mean over items with r_i ≥ 2 of Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1)), π_k = mean of r_ik / r_i,
/// p_e = Σ_kl w_kl / (K (K − 1)) · Σ_k π_k (1 − π_k).
/// </summary>
public static class GwetAgreement
{
    /// <summary>AC1 without weights, AC2 with them.</summary>
    public static Coefficient Of(RatingTable table, KappaWeights weights = KappaWeights.None)
    {
        var size = table.Categories;
        if (size < 2)
            return Coefficient.Without("degenerate: there is only one value to choose");
        var counts = new int[size];
        var shares = new double[size];
        double agreement = 0;
        int pairs = 0,
            judged = 0;
        for (var item = 0; item < table.Items; item++)
        {
            var raters = table.Count(item, counts);
            if (raters == 0)
                continue;
            judged++;
            for (var k = 0; k < size; k++)
                shares[k] += counts[k] / (double)raters;
            if (raters < 2)
                continue;
            pairs++;
            agreement += Agreement(counts, weights) / ((double)raters * (raters - 1));
        }

        if (pairs == 0)
            return Coefficient.Without(Coefficient.NoPairs);
        double total = 0,
            spread = 0;
        for (var k = 0; k < size; k++)
        {
            var share = shares[k] / judged;
            spread += share * (1 - share);
            for (var l = 0; l < size; l++)
                total += Weight(k, l, size, weights);
        }

        return Coefficient.OfChance(agreement / pairs, total * spread / (size * (size - 1.0)), pairs);
    }

    static double Agreement(ReadOnlySpan<int> counts, KappaWeights weights)
    {
        double sum = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] == 0)
                continue;
            double weighted = 0;
            for (var l = 0; l < counts.Length; l++)
                weighted += counts[l] == 0 ? 0 : Weight(k, l, counts.Length, weights) * counts[l];
            sum += counts[k] * (weighted - 1);
        }

        return sum;
    }

    static double Weight(int k, int l, int size, KappaWeights weights)
    {
        if (k == l)
            return 1;
        var distance = Math.Abs(k - l) / (size - 1.0);
        return weights switch
        {
            KappaWeights.Linear => 1 - distance,
            KappaWeights.Quadratic => 1 - distance * distance,
            _ => 0,
        };
    }
}
