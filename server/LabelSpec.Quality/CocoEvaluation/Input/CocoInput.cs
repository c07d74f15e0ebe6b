using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What is evaluated, independent of any file format.</summary>
public sealed record CocoInput
{
    /// <summary>
    /// Ascending, one for each image. The order of images decides between equal scores, and tells shards apart that are
    /// merged.
    /// </summary>
    public required long[] ImageKeys { get; init; }

    /// <summary>Names in the order of categories; pycocotools orders by category id.</summary>
    public required ImmutableArray<string> CategoryNames { get; init; }

    public required TruthColumns Truths { get; init; }

    public required DetectionColumns Detections { get; init; }

    public required PairSimilarity Similarity { get; init; }
}
