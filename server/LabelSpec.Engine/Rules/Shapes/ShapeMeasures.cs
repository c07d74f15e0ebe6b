using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Numbers about one shape. NaN is unknown: the kind of shape does not have the number.</summary>
static class ShapeMeasures
{
    /// <summary>
    /// The area in px²; of a polygon the areas of its rings less its holes, as COCO and its tools store it; of a mask its
    /// pixels.
    /// </summary>
    public static double Area(AnnotationTable annotations, ShapeCache shapes, int row)
    {
        var box = annotations.Boxes[row];
        return annotations.Shapes[row] switch
        {
            ShapeKind.Box or ShapeKind.RotatedBox => box.IsEmpty ? Degenerate(box) : box.Area,
            ShapeKind.Ellipse => box.IsEmpty ? Degenerate(box) : Math.PI / 4 * box.Area,
            ShapeKind.Polygon => shapes.Of(row) is { Parts: > 0 } shape ? RingAreas(shape) : double.NaN,
            ShapeKind.Mask => shapes.Of(row).Mask is { } mask ? mask.Area : double.NaN,
            _ => double.NaN,
        };
    }

    /// <summary>Length of the outline, holes included; of a line its length; of a mask its pixel edges.</summary>
    public static double Perimeter(AnnotationTable annotations, ShapeCache shapes, int row)
    {
        var box = annotations.Boxes[row];
        switch (annotations.Shapes[row])
        {
            case ShapeKind.Box:
            case ShapeKind.RotatedBox:
                return 2 * (box.Width + box.Height);
            case ShapeKind.Polygon:
            case ShapeKind.Ellipse:
                return Sum(shapes.Of(row), static ring => Ring.Perimeter(ring));
            case ShapeKind.Polyline:
                return Sum(shapes.Of(row), static line => Polyline.Length(line));
            case ShapeKind.Mask:
                return shapes.Of(row).Topology?.Perimeter ?? double.NaN;
            default:
                return double.NaN;
        }
    }

    /// <summary>Vertices of polygons and lines, a closing repetition of the first not counted; labelled keypoints.</summary>
    public static double Vertices(AnnotationTable annotations, ShapeCache shapes, int row)
    {
        if (annotations.Shapes[row] is not (ShapeKind.Polygon or ShapeKind.Polyline or ShapeKind.Skeleton))
            return double.NaN;
        var shape = shapes.Of(row);
        var vertices = 0;
        for (var part = 0; part < shape.Parts; part++)
        {
            var ring = shape.PartAt(part);
            vertices += ring.Length / 2 - (shape.Kind == ShapeKind.Polygon && Ring.IsClosed(ring) ? 1 : 0);
        }
        return vertices;
    }

    public static double Holes(AnnotationTable annotations, ShapeCache shapes, int row) =>
        annotations.Shapes[row] switch
        {
            ShapeKind.Mask => shapes.Of(row).Topology?.Holes.Length ?? double.NaN,
            ShapeKind.Polygon => shapes.Of(row).Holes.Count(isHole => isHole),
            _ => double.NaN,
        };

    public static double LargestHole(AnnotationTable annotations, ShapeCache shapes, int row) =>
        Extreme(shapes, row, annotations.Shapes[row], holes: true, largest: true) ?? 0;

    /// <summary>NaN without a hole.</summary>
    public static double SmallestHole(AnnotationTable annotations, ShapeCache shapes, int row) =>
        Extreme(shapes, row, annotations.Shapes[row], holes: true, largest: false) ?? double.NaN;

    public static double Components(AnnotationTable annotations, ShapeCache shapes, int row) =>
        annotations.Shapes[row] switch
        {
            ShapeKind.Mask => shapes.Of(row).Topology?.Components.Length ?? double.NaN,
            ShapeKind.Polygon => shapes.Of(row).Holes.Count(isHole => !isHole),
            _ => double.NaN,
        };

    /// <summary>The area of the smallest separate piece.</summary>
    public static double SmallestComponent(AnnotationTable annotations, ShapeCache shapes, int row) =>
        Extreme(shapes, row, annotations.Shapes[row], holes: false, largest: false) ?? double.NaN;

    /// <summary>Whether the outer ring runs clockwise on the screen.</summary>
    public static Truth Clockwise(AnnotationTable annotations, ShapeCache shapes, int row)
    {
        if (annotations.Shapes[row] != ShapeKind.Polygon || shapes.Of(row) is not { Parts: > 0 } shape)
            return Truth.Unknown;
        return Ring.WindingOf(shape.PartAt(0)) switch
        {
            Winding.Clockwise => Truth.True,
            Winding.CounterClockwise => Truth.False,
            _ => Truth.Unknown,
        };
    }

    public static Truth SelfIntersects(AnnotationTable annotations, ShapeCache shapes, int row)
    {
        var kind = annotations.Shapes[row];
        if (kind is not (ShapeKind.Polygon or ShapeKind.Polyline))
            return Truth.Unknown;
        var shape = shapes.Of(row);
        for (var part = 0; part < shape.Parts; part++)
            if (
                kind == ShapeKind.Polygon
                    ? Ring.FindSelfIntersection(shape.PartAt(part)) is not null
                    : PolylineCrossing.Exists(shape.PartAt(part))
            )
                return Truth.True;
        return shape.Parts == 0 ? Truth.Unknown : Truth.False;
    }

    /// <summary>The share of the shape outside the frame: of its area, or of its points if it covers none.</summary>
    public static double Outside(AnnotationTable annotations, ShapeCache shapes, int row, Box frame)
    {
        if (frame.IsEmpty || !annotations.IsPlaced(row))
            return double.NaN;
        var bounds = annotations.BoundsOf(row);
        if (frame.Contains(bounds))
            return 0;
        if (annotations.Shapes[row] == ShapeKind.Box)
            return annotations.HasArea(row) ? 1 - bounds.ShareInside(frame) : double.NaN;
        var shape = shapes.Of(row);
        if (shape.Mask is not null)
            return 0;
        if (shape.Region is { } region)
            return region.Area > 0 ? 1 - region.ShareInside(Region.FromBox(frame)) : double.NaN;
        var outside = 0;
        for (var i = 0; i + 1 < shape.Coordinates.Length; i += 2)
            if (!frame.Contains(new Point(shape.Coordinates[i], shape.Coordinates[i + 1])))
                outside++;
        return shape.Coordinates.Length < 2 ? double.NaN : outside / (double)(shape.Coordinates.Length / 2);
    }

    static double Degenerate(Box box) => double.IsNaN(box.Area) ? double.NaN : 0;

    static double RingAreas(Shape shape)
    {
        double area = 0;
        for (var part = 0; part < shape.Parts; part++)
            area += shape.Holes[part] ? -Ring.Area(shape.PartAt(part)) : Ring.Area(shape.PartAt(part));
        return area;
    }

    delegate double MeasureOf(ReadOnlySpan<double> coordinates);

    static double Sum(Shape shape, MeasureOf measure)
    {
        if (shape.Parts == 0)
            return double.NaN;
        double sum = 0;
        for (var part = 0; part < shape.Parts; part++)
            sum += measure(shape.PartAt(part));
        return sum;
    }

    // Null where there is no such piece; NaN where the kind of shape has none.
    static double? Extreme(ShapeCache shapes, int row, ShapeKind kind, bool holes, bool largest)
    {
        if (kind == ShapeKind.Mask)
        {
            if (shapes.Of(row).Topology is not { } topology)
                return double.NaN;
            var pieces = holes ? topology.Holes : topology.Components;
            return pieces.Length == 0 ? null
                : largest ? pieces[0].Area
                : pieces[^1].Area;
        }
        if (kind != ShapeKind.Polygon || shapes.Of(row) is not { Parts: > 0 } shape)
            return double.NaN;
        double? extreme = null;
        for (var part = 0; part < shape.Parts; part++)
        {
            if (shape.Holes[part] != holes)
                continue;
            var area = Ring.Area(shape.PartAt(part));
            // Holes follow the ring that they are cut out of.
            for (var hole = part + 1; !holes && hole < shape.Parts && shape.Holes[hole]; hole++)
                area -= Ring.Area(shape.PartAt(hole));
            extreme =
                extreme is not { } best ? area
                : largest ? Math.Max(best, area)
                : Math.Min(best, area);
        }
        return extreme;
    }
}
