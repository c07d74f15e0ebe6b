namespace LabelSpec.Annotations.Model;

/// <summary>The main geometry of an annotation; what else is stored beside it is told by <see cref="AnnotationFlags"/>.</summary>
public enum ShapeKind : byte
{
    /// <summary>No geometry that a reader could use, although the format expects one.</summary>
    None,
    Box,

    /// <summary>A box turned about its centre: <c>Box</c> before turning, and <c>Angle</c>.</summary>
    RotatedBox,

    /// <summary>One or more closed rings; rings may be holes.</summary>
    Polygon,
    Polyline,

    /// <summary>One or more single points without names.</summary>
    Point,

    /// <summary>Named keypoints in the order that the category declares.</summary>
    Skeleton,

    /// <summary>A set of pixels.</summary>
    Mask,

    /// <summary>The ellipse inscribed in <c>Box</c>, turned by <c>Angle</c>.</summary>
    Ellipse,

    /// <summary>A three-dimensional box.</summary>
    Cuboid,

    /// <summary>A label of the whole image.</summary>
    Tag,

    /// <summary>A sentence about the whole image.</summary>
    Caption,
}
