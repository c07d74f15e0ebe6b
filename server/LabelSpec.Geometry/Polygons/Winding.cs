namespace LabelSpec.Geometry;

/// <summary>The sense in which a ring's vertices run, as seen on the screen (y down).</summary>
public enum Winding
{
    /// <summary>No area: fewer than three vertices, all on a line, or lobes that cancel.</summary>
    None,
    Clockwise,
    CounterClockwise,
}
