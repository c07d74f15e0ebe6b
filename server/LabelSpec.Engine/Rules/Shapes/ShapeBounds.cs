using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>
/// What is known of a shape without decoding it: the box around it, and whether it covers an area. The stored box is taken
/// at its word; a built-in check reports boxes that disagree with the geometry.
/// </summary>
static class ShapeBounds
{
    /// <summary>The box around the shape, turned where the shape is turned; NaN edges where there is none.</summary>
    public static Box BoundsOf(this AnnotationTable annotations, int row)
    {
        var angle = annotations.Angles[row];
        if (angle == 0)
            return annotations.Boxes[row];
        return annotations.Shapes[row] switch
        {
            ShapeKind.RotatedBox => annotations.RotatedBoxOf(row).Bounds,
            ShapeKind.Ellipse => EllipseBounds(annotations.Boxes[row], angle),
            _ => annotations.Boxes[row],
        };
    }

    /// <summary>Whether the shape is of a kind that covers an area, and the box around it does.</summary>
    public static bool HasArea(this AnnotationTable annotations, int row)
    {
        if (row < 0)
            return false;
        switch (annotations.Shapes[row])
        {
            case ShapeKind.Box:
            case ShapeKind.RotatedBox:
            case ShapeKind.Polygon:
            case ShapeKind.Mask:
            case ShapeKind.Ellipse:
                var box = annotations.Boxes[row];
                return box.IsFinite && !box.IsEmpty;
            default:
                return false;
        }
    }

    /// <summary>Whether the shape lies in the image plane at a known place.</summary>
    public static bool IsPlaced(this AnnotationTable annotations, int row)
    {
        if (row < 0)
            return false;
        var box = annotations.Boxes[row];
        return annotations.Shapes[row] is not (ShapeKind.Tag or ShapeKind.Caption or ShapeKind.None)
            && box.IsFinite
            && box.Width >= 0
            && box.Height >= 0;
    }

    /// <summary>Whether distance from other shapes can decide anything about it.</summary>
    public static bool CanBeFar(this AnnotationTable annotations, int row, Proximity near) =>
        near.NeedsArea ? annotations.HasArea(row) : annotations.IsPlaced(row);

    static Box EllipseBounds(Box box, double angle) =>
        new Ellipse(box.Center.X, box.Center.Y, box.Width / 2, box.Height / 2, angle).Bounds;
}
