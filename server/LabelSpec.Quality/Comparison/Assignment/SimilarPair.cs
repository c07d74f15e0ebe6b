namespace LabelSpec.Quality.Comparison;

/// <param name="Truth">Position among the units of the ground truth.</param>
/// <param name="Work">Position among the units of the work.</param>
readonly record struct SimilarPair(int Truth, int Work, double Similarity);
