using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What TIDE found in one image; the verdicts of all images are all that its numbers are made of.</summary>
sealed record TideVerdict
{
    /// <summary>The image's key, by which verdicts are put in order.</summary>
    public required long Image { get; init; }

    /// <summary>Detections that were judged, from the highest score down.</summary>
    public required ImmutableArray<TideDetection> Detections { get; init; }

    /// <summary>Categories of the objects that are asked for, one entry for each.</summary>
    public required ImmutableArray<int> Asked { get; init; }

    /// <summary>Categories of the objects that no detection found, one entry for each.</summary>
    public required ImmutableArray<int> NotFound { get; init; }

    /// <summary>Rows of the objects that no detection found and none explains.</summary>
    public required ImmutableArray<int> MissedRows { get; init; }

    /// <summary>Their categories.</summary>
    public required ImmutableArray<int> Missed { get; init; }
}
