namespace LabelSpec.Annotations.Project;

/// <summary>A declared coordinate convention. What is declared wins over what would be recognised from the data.</summary>
public sealed record CoordinateSettings
{
    /// <summary>Coordinate of the first pixel: 0 or 1.</summary>
    public int? Origin { get; init; }

    /// <summary>
    /// Whether the far edge of a box is the last pixel that belongs to it (inclusive: width = xmax - xmin + 1) or the
    /// position where the box ends (continuous: width = xmax - xmin).
    /// </summary>
    public BoxEdges? Edges { get; init; }

    /// <summary>Whether coordinates are pixels, shares of the image size (0 to 1) or percent of it (0 to 100).</summary>
    public CoordinateUnit? Unit { get; init; }
}
