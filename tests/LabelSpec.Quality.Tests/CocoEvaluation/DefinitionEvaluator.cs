using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

/// <summary>
/// COCO's definition taken word by word, one category, size class, limit and threshold at a time, with no thought of
/// speed.
/// </summary>
static class DefinitionEvaluator
{
    public static (double Recall, double[] Precision) Evaluate(
        RandomInput input,
        int category,
        AreaRange range,
        int limit,
        double threshold,
        IReadOnlyList<double> recallThresholds,
        CocoMode mode
    )
    {
        List<(double Score, bool IsHit, bool IsIgnored)> all = [];
        var positives = 0;
        for (var image = 0; image < RandomInput.Images; image++)
        {
            var truths = input
                .Truths.Where(t => t.Image == image && t.Category == category)
                .Select(t => (Truth: t, IsIgnored: t.IsIgnored || !range.Holds(t.Box.Area)))
                .OrderBy(t => t.IsIgnored)
                .ToList();
            positives += truths.Count(t => !t.IsIgnored);
            var detections = input
                .Detections.Where(d => d.Image == image && d.Category == category)
                .OrderByDescending(d => d.Score)
                .Take(limit)
                .ToList();
            all.AddRange(MatchImage(truths, detections, range, threshold, mode));
        }

        if (positives == 0)
            return (-1, [.. recallThresholds.Select(_ => -1.0)]);
        return Summarise([.. all.OrderByDescending(d => d.Score)], positives, recallThresholds);
    }

    static IEnumerable<(double, bool, bool)> MatchImage(
        List<(RandomTruth Truth, bool IsIgnored)> truths,
        List<RandomDetection> detections,
        AreaRange range,
        double threshold,
        CocoMode mode
    )
    {
        var taken = new bool[truths.Count];
        foreach (var detection in detections)
        {
            var best = threshold;
            var match = -1;
            for (var g = 0; g < truths.Count; g++)
            {
                var (truth, isIgnored) = truths[g];
                if (taken[g] && !truth.IsCrowd)
                    continue;
                if (match >= 0 && !truths[match].IsIgnored && isIgnored)
                    break;
                var overlap = truth.IsCrowd ? detection.Box.CrowdIoU(truth.Box) : detection.Box.IoU(truth.Box);
                if (overlap < best)
                    continue;
                (best, match) = (overlap, g);
            }

            if (match >= 0)
                taken[match] = true;
            var isHit = match >= 0 && !(mode == CocoMode.Strict && truths[match].Truth.HasIdZero);
            var isOut = match >= 0 && truths[match].IsIgnored;
            yield return (detection.Score, isHit && !isOut, isOut || (!isHit && !range.Holds(detection.Box.Area)));
        }
    }

    static (double, double[]) Summarise(
        List<(double Score, bool IsHit, bool IsIgnored)> detections,
        int positives,
        IReadOnlyList<double> recallThresholds
    )
    {
        List<double> recalls = [],
            precisions = [];
        double hits = 0,
            falseAlarms = 0;
        foreach (var detection in detections)
        {
            hits += detection.IsHit ? 1 : 0;
            falseAlarms += !detection.IsHit && !detection.IsIgnored ? 1 : 0;
            recalls.Add(hits / positives);
            precisions.Add(hits / (hits + falseAlarms + Math.BitIncrement(1.0) - 1));
        }

        return (
            recalls.Count > 0 ? recalls[^1] : 0,
            [
                .. recallThresholds.Select(wanted =>
                    recalls.FindIndex(recall => recall >= wanted) is var at and >= 0 ? precisions.Skip(at).Max() : 0
                ),
            ]
        );
    }
}
