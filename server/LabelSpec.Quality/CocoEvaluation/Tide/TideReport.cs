using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What keeps AP from being perfect.</summary>
/// <param name="Ap">AP at the foreground threshold, 0 to 1: 101 recalls, mean over categories that occur.</param>
/// <param name="Errors">All six kinds, in their order.</param>
/// <param name="FalsePositiveGain">Gain of AP if every false alarm came after all right detections.</param>
/// <param name="FalseNegativeGain">Gain of AP if objects that were not found were not asked for.</param>
/// <param name="Detections">Every detection that was judged, ignored ones left out.</param>
/// <param name="MissedObjects">Rows of objects that no detection explains.</param>
public sealed record TideReport(
    double Ap,
    ImmutableArray<TideError> Errors,
    double FalsePositiveGain,
    double FalseNegativeGain,
    ImmutableArray<TideDetection> Detections,
    ImmutableArray<int> MissedObjects
);
