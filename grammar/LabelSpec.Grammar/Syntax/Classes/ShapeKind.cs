namespace LabelSpec.Grammar.Syntax;

/// <summary>The kinds of shapes.</summary>
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
    Cuboid,
    Tag,
}
