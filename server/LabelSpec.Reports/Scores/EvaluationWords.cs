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

    /// <summary>The names that TIDE gives its kinds.</summary>
    public static string Of(TideErrorKind kind) =>
        kind switch
        {
            TideErrorKind.Classification => "cls",
            TideErrorKind.Localization => "loc",
            TideErrorKind.Both => "both",
            TideErrorKind.Duplicate => "dupe",
            TideErrorKind.Background => "bkg",
            _ => "miss",
        };
}
