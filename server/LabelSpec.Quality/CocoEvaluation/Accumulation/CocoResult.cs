using System.Collections.Immutable;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Precision and recall for every overlap threshold, category, size class and number of detections, laid out as the
/// arrays of pycocotools (<c>eval['precision']</c>, <c>eval['recall']</c>, <c>eval['scores']</c>). -1 stands where a
/// category has no object in a size class, so that nothing can be said.
/// </summary>
public sealed class CocoResult
{
    internal CocoResult(CocoMatches matches)
    {
        Settings = matches.Settings;
        CategoryNames = [.. matches.CategoryNames];
        Positives = matches.Positives;
        var cells = CategoryNames.Length * Settings.AreaRanges.Length * Settings.MaxDetections.Length;
        Recall = new double[Settings.OverlapThresholds.Length * cells];
        Precision = new double[Settings.RecallThresholds.Length * Recall.Length];
        Scores = Settings.KeepScores ? new double[Precision.Length] : [];
        Recall.AsSpan().Fill(-1);
        Precision.AsSpan().Fill(-1);
        Scores.AsSpan().Fill(-1);
    }

    public CocoSettings Settings { get; }

    public ImmutableArray<string> CategoryNames { get; }

    /// <summary>By overlap threshold, recall threshold, category, size class, number of detections.</summary>
    public double[] Precision { get; }

    /// <summary>By overlap threshold, category, size class, number of detections.</summary>
    public double[] Recall { get; }

    /// <summary>The score at each precision, in its layout; empty unless <see cref="CocoSettings.KeepScores"/>.</summary>
    public double[] Scores { get; }

    /// <summary>Objects that count, by category, then size class.</summary>
    public int[] Positives { get; }

    /// <summary>
    /// Mean precision over recall, thresholds and categories that have objects; -1 where none has. Indexes that are not
    /// given stand for all (overlap, category), for the first size class, and for the most detections.
    /// </summary>
    public double AveragePrecision(int? overlap = null, int area = 0, int? limit = null, int? category = null) =>
        Mean(Precision, Settings.RecallThresholds.Length, overlap, area, limit, category is { } k ? [k] : null);

    /// <summary>Mean of the recalls reached with all detections; see <see cref="AveragePrecision"/>.</summary>
    public double AverageRecall(int? overlap = null, int area = 0, int? limit = null, int? category = null) =>
        Mean(Recall, 1, overlap, area, limit, category is { } k ? [k] : null);

    /// <summary>As <see cref="AveragePrecision"/>, over some categories.</summary>
    public double AveragePrecisionOf(IReadOnlyList<int> categories, int? overlap = null, int area = 0) =>
        Mean(Precision, Settings.RecallThresholds.Length, overlap, area, null, categories);

    /// <summary>
    /// The precision-recall curve of a category: one precision for each of <see cref="CocoSettings.RecallThresholds"/>.
    /// </summary>
    public double[] Curve(int category, int overlap, int area = 0, int? limit = null)
    {
        var curve = new double[Settings.RecallThresholds.Length];
        for (var r = 0; r < curve.Length; r++)
            curve[r] = Precision[PrecisionAt(overlap, r, category, area, limit ?? Settings.MaxDetections.Length - 1)];
        return curve;
    }

    internal int PrecisionAt(int overlap, int recall, int category, int area, int limit) =>
        RecallAt(overlap * Settings.RecallThresholds.Length + recall, category, area, limit);

    internal int RecallAt(int row, int category, int area, int limit) =>
        ((row * CategoryNames.Length + category) * Settings.AreaRanges.Length + area) * Settings.MaxDetections.Length
        + limit;

    // Gathered in the order of the arrays and summed as numpy sums, so that the mean is the same to the last bit.
    double Mean(double[] values, int rowsPerOverlap, int? overlap, int area, int? limit, IReadOnlyList<int>? categories)
    {
        List<double> defined = [];
        var (from, to) = overlap is { } one ? (one, one + 1) : (0, Settings.OverlapThresholds.Length);
        for (var row = from * rowsPerOverlap; row < to * rowsPerOverlap; row++)
        for (var i = 0; i < (categories?.Count ?? CategoryNames.Length); i++)
        {
            var category = categories?[i] ?? i;
            var value = values[RecallAt(row, category, area, limit ?? Settings.MaxDetections.Length - 1)];
            if (value > -1)
                defined.Add(value);
        }

        return defined.Count == 0
            ? -1
            : PairwiseSum.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(defined)) / defined.Count;
    }
}
