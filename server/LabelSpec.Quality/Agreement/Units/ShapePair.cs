namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Two annotations of different annotators, as indexes of nodes, the smaller first.</summary>
readonly record struct ShapePair(int First, int Second, double Similarity, bool IsSameClass);
