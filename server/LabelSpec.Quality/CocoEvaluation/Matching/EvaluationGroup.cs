namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>The detections and objects of one category in one image, as ranges of the row orders of their index.</summary>
readonly record struct EvaluationGroup(
    int Image,
    int DetectionStart,
    int DetectionCount,
    int TruthStart,
    int TruthCount,
    int ResultStart
);
