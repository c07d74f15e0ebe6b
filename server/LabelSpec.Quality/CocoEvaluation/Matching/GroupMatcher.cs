namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Matches the detections of one image and category with its objects, as <c>evaluateImg</c> of pycocotools' cocoeval.py
/// does, for all overlap thresholds and size classes. Holds scratch memory: one for each thread.
/// </summary>
sealed class GroupMatcher(CocoInput input, GroupIndex index, CocoMatches matches)
{
    readonly CocoSettings settings = matches.Settings;
    readonly int mostDetections = matches.Settings.MaxDetections[^1];
    int[] rows = [];
    double[] keys = [];
    double[] overlaps = [];
    double[] areas = [];
    int[] truthOrder = [];
    bool[] isIgnored = [];
    bool[] isTaken = [];

    public void Match(EvaluationGroup group)
    {
        var truths = index.TruthRows.AsSpan(group.TruthStart, group.TruthCount);
        var detections = BestDetections(group);
        Reserve(ref overlaps, detections.Length * truths.Length);
        Reserve(ref areas, detections.Length);
        input.Similarity.Measure(detections, truths, overlaps, areas);
        for (var i = 0; i < detections.Length; i++)
        {
            var result = group.ResultStart + i;
            matches.Images[result] = group.Image;
            matches.Scores[result] = input.Detections.Scores[detections[i]];
            matches.Ranks[result] = i;
        }

        for (var area = 0; area < settings.AreaRanges.Length; area++)
        {
            MatchSizeClass(group, area, detections.Length, truths);
            IgnoreUnmatched(group, area, detections);
        }
    }

    ReadOnlySpan<int> BestDetections(EvaluationGroup group)
    {
        Reserve(ref rows, group.DetectionCount);
        Reserve(ref keys, group.DetectionCount);
        var sorted = rows.AsSpan(0, group.DetectionCount);
        index.DetectionRows.AsSpan(group.DetectionStart, group.DetectionCount).CopyTo(sorted);
        ScoreOrder.Sort(sorted, input.Detections.Scores, keys);
        return sorted[..Math.Min(sorted.Length, mostDetections)];
    }

    void MatchSizeClass(EvaluationGroup group, int area, int detections, ReadOnlySpan<int> truths)
    {
        if (truths.IsEmpty)
            return;
        var counted = OrderTruths(settings.AreaRanges[area], truths);
        uint[] matched = matches.Matched[area],
            ignored = matches.Ignored[area];
        for (var t = 0; t < settings.OverlapThresholds.Length; t++)
        {
            // Below 1 even where 1 is asked for, so that equal shapes pass in spite of rounding.
            var threshold = Math.Min(settings.OverlapThresholds[t], 1 - 1e-10);
            isTaken.AsSpan(0, truths.Length).Clear();
            for (var d = 0; d < detections; d++)
            {
                var best = BestTruth(overlaps.AsSpan(d * truths.Length, truths.Length), truths, threshold, counted);
                if (best < 0)
                    continue;
                isTaken[best] = true;
                if (best >= counted)
                    ignored[group.ResultStart + d] |= 1u << t;
                if (!CountsAsUnmatched(truths[truthOrder[best]]))
                    matched[group.ResultStart + d] |= 1u << t;
            }
        }
    }

    // Objects that count come first; both kinds keep their order. Returns how many count.
    int OrderTruths(AreaRange range, ReadOnlySpan<int> truths)
    {
        Reserve(ref truthOrder, truths.Length);
        Reserve(ref isIgnored, truths.Length);
        Reserve(ref isTaken, truths.Length);
        var counted = 0;
        for (var g = 0; g < truths.Length; g++)
        {
            isIgnored[g] = input.Truths.IsIgnored[truths[g]] || !range.Holds(input.Truths.Areas[truths[g]]);
            if (!isIgnored[g])
                truthOrder[counted++] = g;
        }

        var next = counted;
        for (var g = 0; g < truths.Length; g++)
            if (isIgnored[g])
                truthOrder[next++] = g;
        return counted;
    }

    // Among equal overlaps the later object wins; ignored objects are tried only when no other fits.
    int BestTruth(ReadOnlySpan<double> row, ReadOnlySpan<int> truths, double threshold, int counted)
    {
        var best = -1;
        for (var g = 0; g < row.Length; g++)
        {
            if (g == counted && best >= 0)
                break;
            var truth = truthOrder[g];
            if (isTaken[g] && !input.Truths.IsCrowd[truths[truth]])
                continue;
            if (!(row[truth] >= threshold))
                continue;
            threshold = row[truth];
            best = g;
        }

        return best;
    }

    void IgnoreUnmatched(EvaluationGroup group, int area, ReadOnlySpan<int> detections)
    {
        var range = settings.AreaRanges[area];
        var unmatchedIgnored = input.Detections.IsIgnoredUnmatched;
        for (var d = 0; d < detections.Length; d++)
        {
            var isOutside = !range.Holds(areas[d]) || (unmatchedIgnored.Length > 0 && unmatchedIgnored[detections[d]]);
            if (isOutside)
                matches.Ignored[area][group.ResultStart + d] |= ~matches.Matched[area][group.ResultStart + d];
        }
    }

    bool CountsAsUnmatched(int truth) =>
        settings.Mode == CocoMode.Strict && input.Truths.HasIdZero.Length > 0 && input.Truths.HasIdZero[truth];

    static void Reserve<T>(ref T[] scratch, int length)
    {
        if (scratch.Length < length)
            scratch = new T[Math.Max(length, 2 * scratch.Length)];
    }
}
