namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>The words for shapes, and what each shape has.</summary>
public static class ShapeKinds
{
    /// <summary>Every shape with its word in the language.</summary>
    public static IReadOnlyList<(ShapeKind Kind, string Name)> All { get; } =
    [
        (ShapeKind.Box, "box"),
        (ShapeKind.RotatedBox, "rotated_box"),
        (ShapeKind.Polygon, "polygon"),
        (ShapeKind.Polyline, "polyline"),
        (ShapeKind.Point, "point"),
        (ShapeKind.Skeleton, "skeleton"),
        (ShapeKind.Mask, "mask"),
        (ShapeKind.Ellipse, "ellipse"),
        (ShapeKind.Cuboid, "cuboid"),
        (ShapeKind.Tag, "tag"),
    ];

    public static string NameOf(ShapeKind kind) => All[(int)kind].Name;

    public static ShapeKind? Find(string name)
    {
        foreach (var (kind, word) in All)
        {
            if (word == name)
            {
                return kind;
            }
        }
        return null;
    }

    /// <summary>Whether the shape covers an area of the image.</summary>
    public static bool HasArea(ShapeKind kind) =>
        kind is ShapeKind.Box or ShapeKind.RotatedBox or ShapeKind.Polygon or ShapeKind.Mask or ShapeKind.Ellipse;

    /// <summary>Whether the shape lies at a place in the image, and so has edges and a centre in pixels.</summary>
    public static bool HasExtent(ShapeKind kind) => kind is not (ShapeKind.Cuboid or ShapeKind.Tag);
}
