using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// How well the objects of a slice are found: all others are ignored, as COCO ignores those of other sizes, so that a
/// prediction that finds one of them counts neither way. False alarms count, as they belong to no slice.
/// </summary>
/// <param name="Name">Name of the slice.</param>
/// <param name="Truths">Objects in it.</param>
/// <param name="Scores">AP, AP50, AR.</param>
/// <param name="Best">At the score at which F1 over all objects is best; null without predictions.</param>
/// <param name="Points">At the scores 0, 0.05 … 0.95.</param>
/// <param name="Curves">Precision over recall of each class, where it was asked for.</param>
public sealed record SliceScores(
    string Name,
    int Truths,
    ImmutableArray<CocoScore> Scores,
    OperatingPoint? Best,
    ImmutableArray<OperatingPoint> Points,
    ImmutableArray<PrecisionCurve> Curves
);
