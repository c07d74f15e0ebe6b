namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Average precision and recall of predictions, as COCO defines them. Matching and accumulation are separate steps:
/// match results of disjoint sets of images merge (<see cref="CocoMatches.Merge"/>).
/// </summary>
public static class CocoEvaluator
{
    /// <exception cref="ArgumentException">The settings have no threshold, limit or size class, or too many.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static CocoResult Evaluate(
        CocoInput input,
        CocoSettings settings,
        CancellationToken cancellation = default
    ) => Accumulate(Match(input, settings, cancellation), cancellation);

    /// <summary>Matches the detections of every image with its ground truth.</summary>
    /// <exception cref="ArgumentException">The settings have no threshold, limit or size class, or too many.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static CocoMatches Match(CocoInput input, CocoSettings settings, CancellationToken cancellation = default)
    {
        if (settings.OverlapThresholds.Length is 0 or > CocoSettings.MostThresholds)
            throw new ArgumentException(
                $"1 to {CocoSettings.MostThresholds} overlap thresholds are possible.",
                nameof(settings)
            );
        if (settings.MaxDetections.IsEmpty || settings.AreaRanges.IsEmpty)
            throw new ArgumentException("At least one limit and one size class are needed.", nameof(settings));
        // As in pycocotools, the limits are sorted: the last is the largest.
        var sorted = settings with
        {
            MaxDetections = settings.MaxDetections.Sort(),
        };
        return CocoMatcher.Match(input, sorted, cancellation);
    }

    /// <summary>Precision and recall from match results.</summary>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static CocoResult Accumulate(CocoMatches matches, CancellationToken cancellation = default) =>
        CocoAccumulator.Accumulate(matches, cancellation);
}
