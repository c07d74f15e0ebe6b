namespace LabelSpec.Semantics.Symbols.Classes;

public enum ShapeKind
{
    Box,
    RotatedBox,
    Polygon,
    Polyline,
    Point,
    Skeleton,
    Mask,
    Ellipse,

    /// <summary>A box in space: centre, length, width and height in metres, and yaw.</summary>
    Cuboid,

    /// <summary>The image as a whole.</summary>
    Tag,
}
