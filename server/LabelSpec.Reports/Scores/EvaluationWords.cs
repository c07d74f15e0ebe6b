using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Reports.Scores;

/// <summary>Tasks and modes as the command line and reports spell them.</summary>
public static class EvaluationWords
{
    public static string Of(CocoTask task) =>
        task switch
        {
            CocoTask.Masks => "segm",
            CocoTask.Keypoints => "keypoints",
            _ => "bbox",
        };

    public static string Of(CocoMode mode) => mode == CocoMode.Corrected ? "corrected" : "strict";
}
