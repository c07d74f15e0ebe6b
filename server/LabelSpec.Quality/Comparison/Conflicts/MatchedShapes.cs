namespace LabelSpec.Quality.Comparison;

/// <summary>A pair of annotations, once for each combination of members where instances were paired.</summary>
/// <param name="Pool">The pool and image that they are of.</param>
/// <param name="Pair">The units that were paired.</param>
sealed record MatchedShapes(ComparedShape Truth, ComparedShape Work, PoolMatch Pool, SimilarPair Pair);
