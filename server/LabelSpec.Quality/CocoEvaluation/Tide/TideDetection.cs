namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>A detection after matching: right, or wrong in a way; and the object that an oracle would give it.</summary>
/// <param name="Row">Row in the detection columns.</param>
/// <param name="Category">As predicted.</param>
/// <param name="Score">Confidence.</param>
/// <param name="Error">Null for detections that are right.</param>
/// <param name="Target">
/// For classification and localisation errors the row of the object that is meant; otherwise -1.
/// </param>
/// <param name="TargetCategory">The category of that object, -1 for none.</param>
/// <param name="IsFixable">
/// For errors with a target: it is free, and no better detection means it. Fixed, this detection counts as right.
/// </param>
public readonly record struct TideDetection(
    int Row,
    int Category,
    double Score,
    TideErrorKind? Error,
    int Target,
    int TargetCategory,
    bool IsFixable
);
