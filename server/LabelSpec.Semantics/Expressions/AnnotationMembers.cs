using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of annotations: names, types, ranges, and which shapes have them.</summary>
public static class AnnotationMembers
{
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);
    private static readonly NumericRange Share = new(0, 1);

    private static readonly ImmutableArray<ShapeKind> Planar =
    [
        ShapeKind.Box,
        ShapeKind.RotatedBox,
        ShapeKind.Polygon,
        ShapeKind.Polyline,
        ShapeKind.Point,
        ShapeKind.Skeleton,
        ShapeKind.Mask,
        ShapeKind.Ellipse,
    ];

    private static readonly ImmutableArray<ShapeKind> Areal =
    [
        ShapeKind.Box,
        ShapeKind.RotatedBox,
        ShapeKind.Polygon,
        ShapeKind.Mask,
        ShapeKind.Ellipse,
    ];

    private static readonly ImmutableArray<ShapeKind> Turned =
    [
        ShapeKind.RotatedBox,
        ShapeKind.Ellipse,
        ShapeKind.Cuboid,
    ];
    private static readonly ImmutableArray<ShapeKind> Contours = [ShapeKind.Polygon, ShapeKind.Mask];
    private static readonly ImmutableArray<ShapeKind> Outlines = [.. Areal, ShapeKind.Polyline];

    private static readonly ImmutableArray<ShapeKind> Vertexed =
    [
        ShapeKind.Polygon,
        ShapeKind.Polyline,
        ShapeKind.Skeleton,
    ];

    private static readonly ImmutableArray<ShapeKind> Lines = [ShapeKind.Polygon, ShapeKind.Polyline];
    private static readonly ImmutableArray<ShapeKind> Skeletons = [ShapeKind.Skeleton];
    private static readonly ImmutableArray<ShapeKind> Cuboids = [ShapeKind.Cuboid];

    /// <summary>Every member, in the order of <see cref="AnnotationMember"/>.</summary>
    public static ImmutableArray<MemberInfo<AnnotationMember>> All { get; } =
    [
        Any(
            AnnotationMember.Id,
            "id",
            IdType.Instance,
            "The id in the annotation file; missing where the format has none."
        ),
        Any(AnnotationMember.Class, "class", ClassType.Instance, "The class."),
        Any(AnnotationMember.Shape, "shape", ShapeType.Instance, "The kind of shape."),
        Any(AnnotationMember.Track, "track", IdType.Instance, "The track id; missing outside tracks."),
        Any(AnnotationMember.Group, "group", IdType.Instance, "The group id; missing outside groups."),
        Any(AnnotationMember.Source, "source", TextType.Instance, "How it came about, such as `manual` or `auto`."),
        Number(AnnotationMember.Score, "score", NumberType.Ratio, Share, [], "The confidence of a model."),
        Any(AnnotationMember.Annotator, "annotator", TextType.Instance, "Who drew it."),
        Any(AnnotationMember.Crowd, "crowd", BoolType.Instance, "Stands for several objects (`iscrowd`)."),
        Number(
            AnnotationMember.Area,
            "area",
            NumberType.SquarePixel,
            NotNegative,
            Areal,
            "The area of the shape, holes left out."
        ),
        Number(
            AnnotationMember.Width,
            "width",
            NumberType.Pixel,
            NotNegative,
            Planar,
            "The width of the bounding box."
        ),
        Number(
            AnnotationMember.Height,
            "height",
            NumberType.Pixel,
            NotNegative,
            Planar,
            "The height of the bounding box."
        ),
        Number(
            AnnotationMember.Left,
            "left",
            NumberType.Pixel,
            NumericRange.Everything,
            Planar,
            "The left edge of the bounding box; x grows to the right."
        ),
        Number(
            AnnotationMember.Top,
            "top",
            NumberType.Pixel,
            NumericRange.Everything,
            Planar,
            "The upper edge of the bounding box; y grows downwards."
        ),
        Number(
            AnnotationMember.Right,
            "right",
            NumberType.Pixel,
            NumericRange.Everything,
            Planar,
            "The right edge of the bounding box: `left + width`."
        ),
        Number(
            AnnotationMember.Bottom,
            "bottom",
            NumberType.Pixel,
            NumericRange.Everything,
            Planar,
            "The lower edge of the bounding box: `top + height`."
        ),
        new(
            AnnotationMember.Center,
            "center",
            PointType.Instance,
            NumericRange.Everything,
            Planar,
            "The centre of the bounding box."
        ),
        Number(
            AnnotationMember.Aspect,
            "aspect",
            NumberType.Ratio,
            NotNegative,
            Planar,
            "Width / height; unknown without a height."
        ),
        Number(
            AnnotationMember.Angle,
            "angle",
            NumberType.Degree,
            NumericRange.Everything,
            Turned,
            "The turn about the centre, clockwise on the screen; the yaw of a cuboid."
        ),
        Number(
            AnnotationMember.Perimeter,
            "perimeter",
            NumberType.Pixel,
            NotNegative,
            Outlines,
            "The length of the outline, of a polyline its length."
        ),
        Number(
            AnnotationMember.Vertices,
            "vertices",
            NumberType.Count,
            NotNegative,
            Vertexed,
            "The number of vertices; of a skeleton the number of keypoints in the file."
        ),
        Number(AnnotationMember.Holes, "holes", NumberType.Count, NotNegative, Contours, "The number of holes."),
        Number(
            AnnotationMember.LargestHole,
            "largest_hole",
            NumberType.SquarePixel,
            NotNegative,
            Contours,
            "The area of the largest hole; 0 without holes."
        ),
        Number(
            AnnotationMember.SmallestHole,
            "smallest_hole",
            NumberType.SquarePixel,
            NotNegative,
            Contours,
            "The area of the smallest hole; unknown without holes."
        ),
        Number(
            AnnotationMember.Components,
            "components",
            NumberType.Count,
            NotNegative,
            Contours,
            "The number of separate pieces."
        ),
        Number(
            AnnotationMember.SmallestComponent,
            "smallest_component",
            NumberType.SquarePixel,
            NotNegative,
            Contours,
            "The area of the smallest separate piece."
        ),
        Number(
            AnnotationMember.Keypoints,
            "keypoints",
            NumberType.Count,
            NotNegative,
            Skeletons,
            "The number of labelled keypoints."
        ),
        new(
            AnnotationMember.Clockwise,
            "clockwise",
            BoolType.Instance,
            NumericRange.Everything,
            [ShapeKind.Polygon],
            "The outer ring runs clockwise on the screen."
        ),
        new(
            AnnotationMember.SelfIntersects,
            "self_intersects",
            BoolType.Instance,
            NumericRange.Everything,
            Lines,
            "The outline crosses or touches itself."
        ),
        Number(
            AnnotationMember.Outside,
            "outside",
            NumberType.Ratio,
            Share,
            Planar,
            "The share of the shape that lies outside the image; of points, the share of points."
        ),
        Number(
            AnnotationMember.Order,
            "order",
            NumberType.Count,
            NotNegative,
            [],
            "The drawing order: the z-order where the format has one, else the position in the image, from 0."
        ),
        Any(AnnotationMember.Image, "image", ImageType.Instance, "The image that it belongs to."),
        Number(
            AnnotationMember.CuboidLength,
            "length",
            NumberType.Metre,
            NotNegative,
            Cuboids,
            "Length along the heading."
        ),
        Number(AnnotationMember.CuboidWidth, "width", NumberType.Metre, NotNegative, Cuboids, "Width of a cuboid."),
        Number(AnnotationMember.CuboidHeight, "height", NumberType.Metre, NotNegative, Cuboids, "Height of a cuboid."),
        Number(
            AnnotationMember.Volume,
            "volume",
            new NumberType(new Unit(0, 3, 0, 0, ScalarKind.None)),
            NotNegative,
            Cuboids,
            "Volume of a cuboid: length × width × height."
        ),
        Number(
            AnnotationMember.Yaw,
            "yaw",
            NumberType.Degree,
            NumericRange.Everything,
            Cuboids,
            "Heading: the turn about the vertical axis, anticlockwise from above."
        ),
        Number(
            AnnotationMember.Pitch,
            "pitch",
            NumberType.Degree,
            NumericRange.Everything,
            Cuboids,
            "Nose up or down."
        ),
        Number(
            AnnotationMember.Roll,
            "roll",
            NumberType.Degree,
            NumericRange.Everything,
            Cuboids,
            "Leaning to a side."
        ),
        Number(
            AnnotationMember.X,
            "x",
            NumberType.Metre,
            NumericRange.Everything,
            Cuboids,
            "Centre of a cuboid, along the first axis of the data."
        ),
        Number(
            AnnotationMember.Y,
            "y",
            NumberType.Metre,
            NumericRange.Everything,
            Cuboids,
            "Centre of a cuboid, along the second axis of the data."
        ),
        Number(
            AnnotationMember.Z,
            "z",
            NumberType.Metre,
            NumericRange.Everything,
            Cuboids,
            "Centre of a cuboid, upwards."
        ),
    ];

    /// <summary>What the language calls the member; width and height name one member for shapes in the plane and one for cuboids.</summary>
    public static MemberInfo<AnnotationMember> Of(AnnotationMember member) => All[(int)member];

    private static MemberInfo<AnnotationMember> Any(
        AnnotationMember member,
        string name,
        LabelType type,
        string text
    ) => new(member, name, type, NumericRange.Everything, [], text);

    private static MemberInfo<AnnotationMember> Number(
        AnnotationMember member,
        string name,
        NumberType type,
        NumericRange range,
        ImmutableArray<ShapeKind> shapes,
        string text
    ) => new(member, name, type, range, shapes, text);
}
