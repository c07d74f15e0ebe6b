namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>A way to understand the stored numbers of boxes.</summary>
enum CoordinateReading : byte
{
    CornerAndSize,
    TwoCorners,
    CentreAndSize,

    /// <summary>As the format says, but x and y (or the width and height of the image) are the other way round.</summary>
    Swapped,

    /// <summary>Shares of the width and height, from 0 to 1.</summary>
    Shares,

    /// <summary>Percent of the width and height, from 0 to 100.</summary>
    Percent,
}
