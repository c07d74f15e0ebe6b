using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>What predictions hit of the objects of a slice.</summary>
/// <param name="Of">The attribute that the slice is a value of, or its name.</param>
/// <param name="Truths">Objects in it.</param>
sealed record SliceMatches(string Name, string Of, int Truths, CocoMatches Matches);
