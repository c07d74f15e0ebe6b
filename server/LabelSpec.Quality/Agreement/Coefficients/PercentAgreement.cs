namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// The share of equal pairs of answers: for each item with two or more answers the share of its pairs that are equal, and
/// the mean of that over items (<c>P̄</c> of J. L. Fleiss, "Measuring nominal scale agreement among many raters", 1971).
/// </summary>
public static class PercentAgreement
{
    public static Coefficient Of(RatingTable table)
    {
        var (share, items) = MeanOverItems(table);
        return items == 0 ? Coefficient.Without(Coefficient.NoPairs) : new(share, share, double.NaN, items);
    }

    internal static (double Share, int Items) MeanOverItems(RatingTable table)
    {
        var counts = new int[table.Categories];
        double sum = 0;
        var items = 0;
        for (var item = 0; item < table.Items; item++)
        {
            var raters = table.Count(item, counts);
            if (raters < 2)
                continue;
            long equal = 0;
            foreach (var count in counts)
                equal += (long)count * (count - 1);
            sum += equal / (double)((long)raters * (raters - 1));
            items++;
        }

        return (items == 0 ? 0 : sum / items, items);
    }
}
