namespace LabelSpec.Quality.Comparison;

/// <summary>How alike two annotations of one pool are.</summary>
interface ISimilarity
{
    /// <summary>Whether units whose bounds have no common area have nothing in common, so that most pairs need no look.</summary>
    bool NeedsOverlap { get; }

    /// <summary>0 (nothing in common) to 1 (equal); NaN where it is not defined, which matches nothing.</summary>
    double Of(ShapeUnit first, ShapeUnit second, Canvas canvas);
}
