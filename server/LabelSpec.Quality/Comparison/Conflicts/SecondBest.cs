namespace LabelSpec.Quality.Comparison;

/// <param name="Row">In the annotations of the other side.</param>
public readonly record struct SecondBest(int Row, double Similarity);
