namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>How grave a disagreement is by the distance of the ranks of two answers.</summary>
public enum KappaWeights
{
    /// <summary>Any disagreement counts fully.</summary>
    None,

    /// <summary>By the distance |i − j|.</summary>
    Linear,

    /// <summary>By its square (i − j)².</summary>
    Quadratic,
}
