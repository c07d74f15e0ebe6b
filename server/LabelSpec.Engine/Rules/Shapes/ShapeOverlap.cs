using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>
/// How much two shapes have in common: by pixels as soon as one is a mask (as COCO compares masks), in continuous geometry
/// otherwise. NaN is unknown.
/// </summary>
static class ShapeOverlap
{
    // Bounds are sums of a few products; a value this far below the limit is below it, however they were rounded.
    const double Certain = 1 - 1e-9;

    /// <summary>Intersection over union.</summary>
    public static double IoU(AnnotationTable annotations, ShapeCache shapes, int a, int b)
    {
        if (!annotations.HasArea(a) || !annotations.HasArea(b))
            return double.NaN;
        if (annotations.BoundsOf(a).IntersectionArea(annotations.BoundsOf(b)) == 0)
            return 0;
        if (annotations.Shapes[a] == ShapeKind.Box && annotations.Shapes[b] == ShapeKind.Box)
            return annotations.Boxes[a].IoU(annotations.Boxes[b]);
        if (Pixels(shapes, a, b) is { } pixels)
            return pixels.Of(static (first, second) => first.IoU(second));
        return IoU(shapes.Of(a).Region, shapes.Of(b).Region);
    }

    /// <summary>The share of the first that the second covers.</summary>
    public static double Share(AnnotationTable annotations, ShapeCache shapes, int a, int b)
    {
        if (!annotations.HasArea(a) || !annotations.HasArea(b))
            return double.NaN;
        if (annotations.BoundsOf(a).IntersectionArea(annotations.BoundsOf(b)) == 0)
            return 0;
        if (annotations.Shapes[a] == ShapeKind.Box && annotations.Shapes[b] == ShapeKind.Box)
            return annotations.Boxes[a].ShareInside(annotations.Boxes[b]);
        if (Pixels(shapes, a, b) is { } pixels)
            return pixels.Of(static (first, second) => first.CrowdIoU(second));
        return Share(shapes.Of(a).Region, shapes.Of(b).Region);
    }

    /// <summary>
    /// Whether bounds and areas alone show that the intersection over union lies below a limit. Exact overlays of polygons
    /// are what pair rules spend their time on, and most pairs are nowhere near their limit.
    /// </summary>
    public static bool IsIoUBelow(AnnotationTable annotations, ShapeCache shapes, int a, int b, double limit) =>
        Regions(annotations, shapes, a, b) is var (first, second) && first.IoUAtMost(second) < limit * Certain;

    /// <summary>As <see cref="IsIoUBelow"/>, for the share of the first that the second covers.</summary>
    public static bool IsShareBelow(AnnotationTable annotations, ShapeCache shapes, int a, int b, double limit) =>
        Regions(annotations, shapes, a, b) is var (first, second) && first.ShareInsideAtMost(second) < limit * Certain;

    /// <summary>Whether no point of the second lies outside the first.</summary>
    public static Truth Contains(AnnotationTable annotations, ShapeCache shapes, int a, int b)
    {
        if (!annotations.HasArea(a) || !annotations.IsPlaced(b))
            return Truth.Unknown;
        var around = annotations.BoundsOf(a);
        var box = annotations.BoundsOf(b);
        if (around.IsOutside(box))
            return Truth.False;
        if (annotations.Shapes[a] == ShapeKind.Box)
            return Kleene.Of(around.Contains(annotations.Shapes[b] == ShapeKind.Box ? box : shapes.Of(b).Bounds));
        if (!annotations.HasArea(b))
            return ContainsVertices(shapes, a, b);
        if (Pixels(shapes, a, b) is { } pixels)
            return pixels.Masks is var (first, second)
                ? Kleene.Of(first.IntersectionArea(second) == second.Area)
                : Truth.Unknown;
        var share = Share(shapes.Of(b).Region, shapes.Of(a).Region);
        // Overlays round: a share this close to 1 leaves nothing outside.
        return double.IsNaN(share) ? Truth.Unknown : Kleene.Of(share >= 1 - 1e-9);
    }

    /// <summary>Whether a point lies in the shape or on its outline.</summary>
    public static Truth Contains(AnnotationTable annotations, ShapeCache shapes, int a, PointValue point)
    {
        if (!annotations.HasArea(a) || point.IsMissing)
            return Truth.Unknown;
        var shape = shapes.Of(a);
        if (shape.Mask is { } mask)
            return Kleene.Of(mask.Covers(point.Position));
        return shape.Region is { IsMeasurable: true } region
            ? Kleene.Of(region.Contains(point.Position))
            : Truth.Unknown;
    }

    static Truth ContainsVertices(ShapeCache shapes, int a, int b)
    {
        var shape = shapes.Of(b);
        if (shape.Coordinates.Length < 2)
            return Truth.Unknown;
        var around = shapes.Of(a);
        for (var i = 0; i + 1 < shape.Coordinates.Length; i += 2)
        {
            var vertex = new Point(shape.Coordinates[i], shape.Coordinates[i + 1]);
            var inside = around.Mask?.Covers(vertex) ?? around.Region?.Contains(vertex);
            if (inside is not true)
                return inside is null ? Truth.Unknown : Truth.False;
        }
        return Truth.True;
    }

    // Null where the exact value is as cheap, or is unknown.
    static (Region First, Region Second)? Regions(AnnotationTable annotations, ShapeCache shapes, int a, int b)
    {
        if (!annotations.HasArea(a) || !annotations.HasArea(b))
            return null;
        if (annotations.Shapes[a] == ShapeKind.Box && annotations.Shapes[b] == ShapeKind.Box)
            return null;
        if (annotations.BoundsOf(a).IntersectionArea(annotations.BoundsOf(b)) == 0)
            return null;
        return
            shapes.Of(a).Region is { IsMeasurable: true } first && shapes.Of(b).Region is { IsMeasurable: true } second
            ? (first, second)
            : null;
    }

    static double IoU(Region? a, Region? b) => a is null || b is null ? double.NaN : a.IoU(b);

    static double Share(Region? a, Region? b) => a is null || b is null ? double.NaN : a.ShareInside(b);

    // Null where no mask is involved.
    static PixelPair? Pixels(ShapeCache shapes, int a, int b)
    {
        var first = shapes.Of(a);
        var second = shapes.Of(b);
        if ((first.Mask ?? second.Mask) is not { } size)
            return null;
        return new PixelPair(shapes.Pixels(a, size.Height, size.Width), shapes.Pixels(b, size.Height, size.Width));
    }

    readonly record struct PixelPair(RleMask? First, RleMask? Second)
    {
        public (RleMask First, RleMask Second)? Masks =>
            First is not null && Second is not null && First.SameDimensions(Second) ? (First, Second) : null;

        public double Of(Func<RleMask, RleMask, double> measure) =>
            Masks is var (first, second) ? measure(first, second) : double.NaN;
    }
}
