namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// A kind of problem and how often it occurs. The rows are the first annotation concerned: of the predictions for
/// problems of predictions, otherwise of the ground truth.
/// </summary>
public sealed record CocoInputProblem(CocoInputProblemKind Kind, int Count, int FirstRow, bool IsInPredictions);
