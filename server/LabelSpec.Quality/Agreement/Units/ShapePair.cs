namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Two annotations of different annotators, as indexes of nodes, the smaller first.</summary>
readonly record struct ShapePair(int First, int Second, double Similarity, bool IsSameClass)
{
    /// <summary>
    /// How much speaks for one object: a class in common breaks ties and nothing else, as no measured similarity differs by
    /// so little on purpose.
    /// </summary>
    public double Weight => Similarity + (IsSameClass ? 1e-9 : 0);

    /// <summary>
    /// Whether they may be one object: what either needs must be reached. Tags have no place that could tell them apart:
    /// any two may be, those of one class first, so that who gives an image another class disagrees on it, and does not find
    /// another object.
    /// </summary>
    /// <param name="thresholds">For each node.</param>
    public bool Reaches(double[] thresholds) => Similarity >= Math.Max(thresholds[First], thresholds[Second]);
}
