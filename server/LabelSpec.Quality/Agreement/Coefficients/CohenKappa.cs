namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// Agreement of two raters beyond chance, each with their own habits: κ = (p_o − p_e) / (1 − p_e) with
/// p_e = Σ_k p_k^A p_k^B (J. Cohen, "A coefficient of agreement for nominal scales", 1960); weighted
/// κ_w = 1 − Σ w_ij o_ij / Σ w_ij e_ij (J. Cohen, "Weighted kappa", 1968). Items that one of them did not judge are left
/// out.
/// </summary>
public static class CohenKappa
{
    /// <exception cref="ArgumentException">The table has not two raters.</exception>
    public static Coefficient Of(RatingTable table, KappaWeights weights = KappaWeights.None)
    {
        if (table.Raters != 2)
            throw new ArgumentException("Cohen's kappa is one of two raters.", nameof(table));
        var size = table.Categories;
        long[] first = new long[size],
            second = new long[size];
        double observed = 0,
            expected = 0;
        var items = 0;
        for (var item = 0; item < table.Items; item++)
        {
            if (table.ItemAt(item) is not [>= 0 and var a, >= 0 and var b])
                continue;
            items++;
            first[a]++;
            second[b]++;
            observed += Weight(a, b, size, weights);
        }

        if (items == 0)
            return Coefficient.Without(Coefficient.NoPairs);
        for (var a = 0; a < size; a++)
        for (var b = 0; b < size; b++)
            expected += Weight(a, b, size, weights) * first[a] * second[b];
        // Weights measure disagreement; 1 minus it is agreement.
        return Coefficient.OfChance(1 - observed / items, 1 - expected / ((double)items * items), items);
    }

    static double Weight(int a, int b, int size, KappaWeights weights)
    {
        if (a == b)
            return 0;
        var distance = Math.Abs(a - b) / (double)(size - 1);
        return weights switch
        {
            KappaWeights.Linear => distance,
            KappaWeights.Quadratic => distance * distance,
            _ => 1,
        };
    }
}
