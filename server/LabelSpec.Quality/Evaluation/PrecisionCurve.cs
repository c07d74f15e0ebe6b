namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// The interpolated precision of a class at the recalls 0, 0.01 … 1, with the score at which each is reached; -1 where the
/// class has no object.
/// </summary>
public sealed record PrecisionCurve(string Name, double[] Precision, double[] Scores);
