namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// Agreement of any number of raters beyond chance, all with the same habits: (P̄ − P_e) / (1 − P_e), P_e = Σ p_j²
/// (J. L. Fleiss, 1971; for two raters it is W. A. Scott's π, 1955). Each item must have equally many answers.
/// </summary>
public static class FleissKappa
{
    public static Coefficient Of(RatingTable table)
    {
        var counts = new int[table.Categories];
        var totals = new long[table.Categories];
        var answers = 0;
        for (var item = 0; item < table.Items; item++)
        {
            var raters = table.Count(item, counts);
            if (raters == 0)
                continue;
            if (answers != 0 && raters != answers)
                return Coefficient.Without(
                    "not defined where items have different numbers of answers; Krippendorff's alpha is"
                );
            answers = raters;
            for (var code = 0; code < counts.Length; code++)
                totals[code] += counts[code];
        }

        var (share, items) = PercentAgreement.MeanOverItems(table);
        double all = totals.Sum(),
            expected = 0;
        foreach (var total in totals)
            expected += all == 0 ? 0 : total / all * (total / all);
        return Coefficient.OfChance(share, expected, items);
    }
}
