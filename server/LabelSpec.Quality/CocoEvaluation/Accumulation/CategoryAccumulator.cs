namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Walks the detections of one category from the highest score down and reads precision at the recall thresholds.
/// Precision falls between hits, so that only its values at hits (and at the very first detection) are needed. Holds
/// scratch memory: one for each thread.
/// </summary>
sealed class CategoryAccumulator(CocoMatches matches, CocoResult result)
{
    const double Epsilon = 2.220446049250313e-16;

    readonly CocoSettings settings = matches.Settings;
    int[] order = [];
    int[] limited = [];
    double[] keys = [];
    uint[] matched = [];
    uint[] ignored = [];
    double[] precisionAtHit = [0];
    int[] positionOfHit = [];

    public void Accumulate(int category)
    {
        var start = matches.FirstOfCategory[category];
        var count = matches.FirstOfCategory[category + 1] - start;
        Reserve(count);
        for (var i = 0; i < count; i++)
            order[i] = start + i;
        ScoreOrder.Sort(order.AsSpan(0, count), matches.Scores, keys);
        for (var limit = 0; limit < settings.MaxDetections.Length; limit++)
        {
            var kept = Limit(count, settings.MaxDetections[limit]);
            for (var area = 0; area < settings.AreaRanges.Length; area++)
                AccumulateSizeClass(category, area, limit, kept);
        }
    }

    // The best of each image only; the order stays.
    int Limit(int count, int most)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
            if (matches.Ranks[order[i]] < most)
                limited[kept++] = order[i];
        return kept;
    }

    void AccumulateSizeClass(int category, int area, int limit, int count)
    {
        var positives = matches.Positives[category * settings.AreaRanges.Length + area];
        if (positives == 0)
            return;
        for (var i = 0; i < count; i++)
        {
            matched[i] = matches.Matched[area][limited[i]];
            ignored[i] = matches.Ignored[area][limited[i]];
        }

        for (var overlap = 0; overlap < settings.OverlapThresholds.Length; overlap++)
        {
            var hits = CountHits(overlap, count);
            result.Recall[result.RecallAt(overlap, category, area, limit)] = hits / (double)positives;
            WritePrecisions(category, overlap, area, limit, positives, hits, count);
        }
    }

    int CountHits(int overlap, int count)
    {
        int hits = 0,
            falseAlarms = 0;
        for (var i = 0; i < count; i++)
        {
            if (((ignored[i] >> overlap) & 1) != 0)
                continue;
            if (((matched[i] >> overlap) & 1) == 0)
            {
                falseAlarms++;
                continue;
            }

            positionOfHit[hits++] = i;
            precisionAtHit[hits] = hits / ((double)falseAlarms + hits + Epsilon);
        }

        // Each becomes the highest precision that is reached at its recall or above. Entry 0 stands for the first
        // detection: it is a hit itself, or its precision is 0 and does not raise anything.
        precisionAtHit[0] = 0;
        for (var hit = hits; hit > 0; hit--)
            precisionAtHit[hit - 1] = Math.Max(precisionAtHit[hit - 1], precisionAtHit[hit]);
        return hits;
    }

    void WritePrecisions(int category, int overlap, int area, int limit, int positives, int hits, int count)
    {
        var needed = 0;
        for (var r = 0; r < settings.RecallThresholds.Length; r++)
        {
            // The first place where recall reaches the threshold is the one where the needed hit is made.
            while (needed <= hits && needed / (double)positives < settings.RecallThresholds[r])
                needed++;
            var isReached = needed <= hits && count > 0;
            var at = result.PrecisionAt(overlap, r, category, area, limit);
            result.Precision[at] = isReached ? precisionAtHit[needed] : 0;
            if (result.Scores.Length > 0)
                result.Scores[at] = isReached
                    ? matches.Scores[limited[needed == 0 ? 0 : positionOfHit[needed - 1]]]
                    : 0;
        }
    }

    void Reserve(int count)
    {
        if (order.Length >= count)
            return;
        order = new int[count];
        limited = new int[count];
        keys = new double[count];
        matched = new uint[count];
        ignored = new uint[count];
        precisionAtHit = new double[count + 1];
        positionOfHit = new int[count];
    }
}
