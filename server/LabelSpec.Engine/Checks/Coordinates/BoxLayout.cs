namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>What the four numbers of a stored box are.</summary>
public enum BoxLayout : byte
{
    /// <summary>The format stores no box, or has a layout of its own.</summary>
    Unknown,

    /// <summary>Left, top, width, height.</summary>
    CornerAndSize,

    /// <summary>Left, top, right, bottom.</summary>
    TwoCorners,

    /// <summary>Centre, width, height.</summary>
    CentreAndSize,
}
