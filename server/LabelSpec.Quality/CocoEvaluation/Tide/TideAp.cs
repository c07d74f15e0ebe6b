namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// AP at one threshold as tidecv computes it: the mean of interpolated precision at 101 recalls, and the mean of that
/// over all categories with an object or a detection (a category with detections only has 0).
/// </summary>
static class TideAp
{
    public static double Of(IEnumerable<(int Category, double Score, bool IsRight)> detections, int[] positives)
    {
        var byCategory = detections.ToLookup(d => d.Category);
        double sum = 0;
        var categories = 0;
        for (var category = 0; category < positives.Length; category++)
        {
            if (positives[category] == 0 && !byCategory.Contains(category))
                continue;
            categories++;
            sum += positives[category] == 0 ? 0 : OfCategory(byCategory[category], positives[category]);
        }

        return categories == 0 ? 0 : sum / categories;
    }

    static double OfCategory(IEnumerable<(int Category, double Score, bool IsRight)> detections, int positives)
    {
        List<double> precisionAtHit = [];
        int hits = 0,
            seen = 0;
        foreach (var detection in detections.OrderByDescending(d => d.Score))
        {
            seen++;
            if (detection.IsRight)
                precisionAtHit.Add(++hits / (double)seen);
        }

        for (var i = hits - 1; i > 0; i--)
            precisionAtHit[i - 1] = Math.Max(precisionAtHit[i - 1], precisionAtHit[i]);
        double sum = 0;
        var needed = 0;
        for (var r = 0; r <= 100; r++)
        {
            while (needed < hits && (needed + 1) / (double)positives < r * .01)
                needed++;
            sum += needed < hits ? precisionAtHit[needed] : 0;
        }

        return sum / 101;
    }
}
