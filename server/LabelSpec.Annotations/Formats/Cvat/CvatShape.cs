using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>The element names of shapes.</summary>
static class CvatShape
{
    /// <summary><see cref="ShapeKind.None"/> for an element that is no shape.</summary>
    public static ShapeKind KindOf(ReadOnlySpan<byte> element) =>
        element.SequenceEqual("box"u8) ? ShapeKind.Box
        : element.SequenceEqual("polygon"u8) ? ShapeKind.Polygon
        : element.SequenceEqual("polyline"u8) ? ShapeKind.Polyline
        : element.SequenceEqual("points"u8) ? ShapeKind.Point
        : element.SequenceEqual("mask"u8) ? ShapeKind.Mask
        : element.SequenceEqual("skeleton"u8) ? ShapeKind.Skeleton
        : element.SequenceEqual("tag"u8) ? ShapeKind.Tag
        : element.SequenceEqual("ellipse"u8) ? ShapeKind.Ellipse
        : element.SequenceEqual("cuboid"u8) ? ShapeKind.Cuboid
        : ShapeKind.None;

    /// <summary>The shape of a label's declared <c>type</c>; <see cref="ShapeKind.None"/> for any.</summary>
    public static ShapeKind OfLabelType(string type) =>
        type switch
        {
            "rectangle" => ShapeKind.Box,
            "polygon" => ShapeKind.Polygon,
            "polyline" => ShapeKind.Polyline,
            "points" => ShapeKind.Point,
            "mask" => ShapeKind.Mask,
            "skeleton" => ShapeKind.Skeleton,
            "tag" => ShapeKind.Tag,
            "ellipse" => ShapeKind.Ellipse,
            "cuboid" => ShapeKind.Cuboid,
            _ => ShapeKind.None,
        };
}
