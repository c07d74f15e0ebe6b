using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// The numbers that pycocotools prints: twelve for boxes and masks, ten for keypoints (<c>summarize</c> in cocoeval.py).
/// </summary>
public sealed record CocoSummary(ImmutableArray<CocoScore> Scores)
{
    /// <summary>The number of that name; NaN for a name that the summary has not.</summary>
    public double this[string name]
    {
        get
        {
            foreach (var score in Scores)
                if (score.Name == name)
                    return score.Value;
            return double.NaN;
        }
    }

    /// <summary>The summary of a task. A size class, threshold or limit that was not evaluated gives -1.</summary>
    public static CocoSummary Of(CocoResult result, CocoTask task) =>
        new(task == CocoTask.Keypoints ? Keypoints(result) : Detection(result));

    static ImmutableArray<CocoScore> Detection(CocoResult result) =>
        [
            new("AP", Precision(result, 100)),
            new("AP50", Precision(result, null, .5)),
            new("AP75", Precision(result, null, .75)),
            new("APs", Precision(result, null, null, "small")),
            new("APm", Precision(result, null, null, "medium")),
            new("APl", Precision(result, null, null, "large")),
            .. result.Settings.MaxDetections.Select(most => new CocoScore($"AR{most}", Recall(result, most))),
            new("ARs", Recall(result, null, null, "small")),
            new("ARm", Recall(result, null, null, "medium")),
            new("ARl", Recall(result, null, null, "large")),
        ];

    static ImmutableArray<CocoScore> Keypoints(CocoResult result) =>
        [
            new("AP", Precision(result, null)),
            new("AP50", Precision(result, null, .5)),
            new("AP75", Precision(result, null, .75)),
            new("APm", Precision(result, null, null, "medium")),
            new("APl", Precision(result, null, null, "large")),
            new("AR", Recall(result, null)),
            new("AR50", Recall(result, null, .5)),
            new("AR75", Recall(result, null, .75)),
            new("ARm", Recall(result, null, null, "medium")),
            new("ARl", Recall(result, null, null, "large")),
        ];

    // The first number of boxes and masks asks for 100 detections, whatever the limits are: -1 where that is none.
    static double Precision(CocoResult result, int? most, double? overlap = null, string area = "all") =>
        Indexes(result, most, overlap, area) is { } at ? result.AveragePrecision(at.Overlap, at.Area, at.Limit) : -1;

    static double Recall(CocoResult result, int? most, double? overlap = null, string area = "all") =>
        Indexes(result, most, overlap, area) is { } at ? result.AverageRecall(at.Overlap, at.Area, at.Limit) : -1;

    static (int? Overlap, int Area, int Limit)? Indexes(CocoResult result, int? most, double? overlap, string area)
    {
        var settings = result.Settings;
        int? overlapAt = overlap is { } wanted ? settings.OverlapThresholds.IndexOf(wanted) : null;
        var areaAt = settings.AreaRanges.ToList().FindIndex(range => range.Name == area);
        var limitAt = most is { } count ? settings.MaxDetections.IndexOf(count) : settings.MaxDetections.Length - 1;
        return overlapAt < 0 || areaAt < 0 || limitAt < 0 ? null : (overlapAt, areaAt, limitAt);
    }
}
