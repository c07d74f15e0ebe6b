namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// The outcome of matching every image: for each kept detection, ordered by category, image and rank of score, whether it
/// matched and whether it is ignored, at each overlap threshold (bits) and in each size class. All measures follow from
/// it, and results of disjoint sets of images merge exactly.
/// </summary>
public sealed class CocoMatches
{
    internal CocoMatches() { }

    internal CocoSettings Settings { get; init; } = new();

    internal string[] CategoryNames { get; init; } = [];

    internal long[] ImageKeys { get; init; } = [];

    /// <summary>Where the detections of each category begin; one more entry than categories.</summary>
    internal int[] FirstOfCategory { get; init; } = [];

    /// <summary>Index into <see cref="ImageKeys"/>.</summary>
    internal int[] Images { get; init; } = [];

    internal double[] Scores { get; init; } = [];

    /// <summary>Position by score within image and category, from 0.</summary>
    internal int[] Ranks { get; init; } = [];

    /// <summary>By size class: bit t is set when the detection matched an object at threshold t.</summary>
    internal uint[][] Matched { get; init; } = [];

    /// <summary>By size class: bit t is set when the detection counts neither as hit nor as false alarm.</summary>
    internal uint[][] Ignored { get; init; } = [];

    /// <summary>Objects that are not ignored, by category, then size class.</summary>
    internal int[] Positives { get; init; } = [];

    /// <summary>Detections that were kept.</summary>
    public int Count => Scores.Length;

    /// <summary>The results of all images together, whatever images each part holds.</summary>
    /// <exception cref="ArgumentException">
    /// No parts, parts with other categories or parameters than the first, or an image in two parts.
    /// </exception>
    public static CocoMatches Merge(params ReadOnlySpan<CocoMatches> parts) => CocoMatchesMerger.Merge(parts);
}
