using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Parameters of an evaluation (<c>Params</c> in pycocotools' cocoeval.py).</summary>
public sealed record CocoSettings
{
    /// <summary>Match results of all thresholds are kept in the bits of one number.</summary>
    public const int MostThresholds = 32;

    /// <summary>Overlaps from which a detection counts as correct, ascending; at most <see cref="MostThresholds"/>.</summary>
    public ImmutableArray<double> OverlapThresholds { get; init; } = Spaced(.5, .95, 10);

    /// <summary>Recalls at which precision is read, ascending.</summary>
    public ImmutableArray<double> RecallThresholds { get; init; } = Spaced(0, 1, 101);

    /// <summary>Numbers of best detections of an image and category that are looked at, ascending.</summary>
    public ImmutableArray<int> MaxDetections { get; init; } = [1, 10, 100];

    public ImmutableArray<AreaRange> AreaRanges { get; init; } =
    [AreaRange.All, AreaRange.Small, AreaRange.Medium, AreaRange.Large];

    public CocoMode Mode { get; init; }

    /// <summary>Also keeps the score that belongs to each precision (<c>eval['scores']</c>).</summary>
    public bool KeepScores { get; init; }

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>COCO's parameters for a task.</summary>
    public static CocoSettings For(CocoTask task) =>
        task == CocoTask.Keypoints
            ? new() { MaxDetections = [20], AreaRanges = [AreaRange.All, AreaRange.Medium, AreaRange.Large] }
            : new();

    // As numpy.linspace computes it: multiples of the step from the start, and the end itself.
    static ImmutableArray<double> Spaced(double from, double to, int count)
    {
        var step = (to - from) / (count - 1);
        return [.. Enumerable.Range(0, count - 1).Select(i => i * step + from), to];
    }
}
