namespace LabelSpec.Quality.Comparison;

/// <summary>Annotations of one pool are compared with each other, and with no others.</summary>
public enum ShapePool : byte
{
    Tag,
    Box,
    Ellipse,

    /// <summary>Polygons, and masks where they are interchangeable.</summary>
    Region,

    /// <summary>Masks, where they are compared apart from polygons.</summary>
    Mask,
    Polyline,
    Points,
    Skeleton,

    /// <summary>Boxes in space, in metres.</summary>
    Cuboid,

    /// <summary>Cuboids drawn on a picture as two faces.</summary>
    DrawnCuboid,
}
