namespace LabelSpec.Annotations.Project;

/// <summary>The unit in which an annotation file writes coordinates.</summary>
public enum CoordinateUnit
{
    /// <summary>Pixels of the image.</summary>
    Pixels,

    /// <summary>Shares of the image's width and height, 0 to 1.</summary>
    Normalized,

    /// <summary>Percent of the image's width and height, 0 to 100.</summary>
    Percent,
}
