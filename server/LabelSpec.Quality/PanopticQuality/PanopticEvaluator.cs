namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// Compares panoptic maps as panopticapi's <c>evaluation.py</c> does. Maps are spans with one segment id for each pixel, 0
/// for void. Segments of one category with IoU above one half are a pair; there can be only one.
/// </summary>
public static class PanopticEvaluator
{
    const int Void = 0;

    /// <summary>
    /// Adds an image to the totals. Returns a problem, and adds nothing, where the maps and their descriptions contradict
    /// each other.
    /// </summary>
    public static PanopticProblem? AddImage(
        ReadOnlySpan<int> truthMap,
        IReadOnlyList<PanopticSegment> truthSegments,
        ReadOnlySpan<int> predictedMap,
        IReadOnlyList<PanopticSegment> predictedSegments,
        PanopticTotals totals
    )
    {
        if (truthMap.Length != predictedMap.Length)
            return new(PanopticProblemKind.OtherSize, Void);
        Dictionary<int, PanopticSegment> truths = [],
            predictions = [];
        var problem =
            Index(truthSegments, truths, totals.Categories) ?? Index(predictedSegments, predictions, totals.Categories);
        if (problem is not null)
            return problem;

        var areas = CountPixels(predictedMap);
        if (Check(areas, predictions) is { } contradiction)
            return contradiction;
        var common = CountPairs(truthMap, predictedMap);
        HashSet<int> found = [],
            matched = [];
        foreach (var ((truthId, predictedId), pixels) in common)
        {
            if (!truths.TryGetValue(truthId, out var truth) || !predictions.TryGetValue(predictedId, out var predicted))
                continue;
            if (truth.IsCrowd || truth.Category != predicted.Category)
                continue;
            var union = areas[predictedId] + truth.Area - pixels - common.GetValueOrDefault((Void, predictedId));
            var iou = pixels / (double)union;
            if (iou > .5)
            {
                totals.AddHit(truth.Category, iou);
                found.Add(truthId);
                matched.Add(predictedId);
            }
        }

        CountMisses(truths, found, totals);
        CountFalseAlarms(truths, predictions, matched, areas, common, totals);
        return null;
    }

    static void CountMisses(Dictionary<int, PanopticSegment> truths, HashSet<int> found, PanopticTotals totals)
    {
        foreach (var truth in truths.Values)
            if (!truth.IsCrowd && !found.Contains(truth.Id))
                totals.AddMiss(truth.Category);
    }

    // What lies mostly in void or in a crowd of its category is no false alarm. Of several crowds of one category only the
    // last is remembered, as in panopticapi.
    static void CountFalseAlarms(
        Dictionary<int, PanopticSegment> truths,
        Dictionary<int, PanopticSegment> predictions,
        HashSet<int> matched,
        Dictionary<int, long> areas,
        Dictionary<(int Truth, int Predicted), long> common,
        PanopticTotals totals
    )
    {
        Dictionary<int, int> crowdOfCategory = [];
        foreach (var truth in truths.Values)
            if (truth.IsCrowd)
                crowdOfCategory[truth.Category] = truth.Id;
        foreach (var predicted in predictions.Values)
        {
            if (matched.Contains(predicted.Id))
                continue;
            var excused = common.GetValueOrDefault((Void, predicted.Id));
            if (crowdOfCategory.TryGetValue(predicted.Category, out var crowd))
                excused += common.GetValueOrDefault((crowd, predicted.Id));
            if (excused / (double)areas[predicted.Id] <= .5)
                totals.AddFalseAlarm(predicted.Category);
        }
    }

    static PanopticProblem? Index(
        IReadOnlyList<PanopticSegment> segments,
        Dictionary<int, PanopticSegment> byId,
        int categories
    )
    {
        foreach (var segment in segments)
        {
            if (segment.Category < 0 || segment.Category >= categories)
                return new(PanopticProblemKind.UnknownCategory, segment.Id);
            if (!byId.TryAdd(segment.Id, segment))
                return new(PanopticProblemKind.DuplicateSegment, segment.Id);
        }

        return null;
    }

    static PanopticProblem? Check(Dictionary<int, long> areas, Dictionary<int, PanopticSegment> predictions)
    {
        foreach (var id in areas.Keys)
            if (id != Void && !predictions.ContainsKey(id))
                return new(PanopticProblemKind.UndescribedSegment, id);
        foreach (var id in predictions.Keys)
            if (!areas.ContainsKey(id))
                return new(PanopticProblemKind.SegmentWithoutPixels, id);
        return null;
    }

    static Dictionary<int, long> CountPixels(ReadOnlySpan<int> map)
    {
        Dictionary<int, long> counts = [];
        for (var start = 0; start < map.Length; )
        {
            // Neighbouring pixels are mostly alike: one look-up for each run.
            var end = start + 1;
            while (end < map.Length && map[end] == map[start])
                end++;
            counts[map[start]] = counts.GetValueOrDefault(map[start]) + end - start;
            start = end;
        }

        return counts;
    }

    static Dictionary<(int Truth, int Predicted), long> CountPairs(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        Dictionary<(int, int), long> counts = [];
        for (var start = 0; start < truth.Length; )
        {
            var end = start + 1;
            while (end < truth.Length && truth[end] == truth[start] && predicted[end] == predicted[start])
                end++;
            var pair = (truth[start], predicted[start]);
            counts[pair] = counts.GetValueOrDefault(pair) + end - start;
            start = end;
        }

        return counts;
    }
}
