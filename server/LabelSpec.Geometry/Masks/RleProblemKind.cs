namespace LabelSpec.Geometry;

/// <summary>What keeps run lengths from being a mask.</summary>
public enum RleProblemKind
{
    None,

    /// <summary>Height or width is negative, or their product does not fit 32 bits.</summary>
    BadDimensions,

    /// <summary>A character outside '0' (48) to 'o' (111) in a compressed string.</summary>
    BadCharacter,

    /// <summary>A compressed string ends inside a number.</summary>
    Truncated,

    /// <summary>A run below zero or above 32 bits.</summary>
    RunOutOfRange,

    /// <summary>The runs cover fewer pixels than the mask has; readers take the rest as background.</summary>
    TooFewPixels,

    /// <summary>The runs cover more pixels than the mask has.</summary>
    TooManyPixels,

    /// <summary>The shape would need more runs than <see cref="RleMask.MaxRuns"/>.</summary>
    TooComplex,
}
