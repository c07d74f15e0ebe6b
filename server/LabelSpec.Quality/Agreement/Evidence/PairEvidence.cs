namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>What two annotators drew in one image that both looked at.</summary>
/// <param name="Annotations">Of both, those that one of them is excused from left out.</param>
/// <param name="Equal">Objects of both with one class.</param>
/// <param name="Drawn">Objects of both.</param>
/// <param name="Overlap">The sum of the similarities of the shapes of these.</param>
public readonly record struct PairEvidence(int Annotations, int Equal, int Drawn, double Overlap);
