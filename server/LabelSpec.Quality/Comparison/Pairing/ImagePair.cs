namespace LabelSpec.Quality.Comparison;

/// <summary>A picture that both sides hold.</summary>
/// <param name="Name">As the ground truth names it.</param>
/// <param name="TruthRows">Rows of its <c>ImageTable</c> that declare the picture; several where several files do.</param>
/// <param name="WorkRows">The same of the work.</param>
public sealed record ImagePair(string Name, int[] TruthRows, int[] WorkRows);
