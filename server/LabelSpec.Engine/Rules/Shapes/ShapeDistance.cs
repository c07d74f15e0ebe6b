using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>The gap between shapes in pixels, 0 where they touch or overlap. NaN is unknown.</summary>
static class ShapeDistance
{
    public static double Between(AnnotationTable annotations, ShapeCache shapes, int a, int b)
    {
        if (!annotations.IsPlaced(a) || !annotations.IsPlaced(b))
            return double.NaN;
        if (annotations.Shapes[a] == ShapeKind.Box && annotations.Shapes[b] == ShapeKind.Box)
            return annotations.Boxes[a].DistanceTo(annotations.Boxes[b]);
        var first = shapes.Of(a);
        var second = shapes.Of(b);
        return first.Region is { Area: > 0 } mine && second.Region is { Area: > 0 } theirs
            ? mine.DistanceTo(theirs)
            : BetweenOutlines(first, second);
    }

    public static double Between(AnnotationTable annotations, ShapeCache shapes, int a, PointValue point)
    {
        if (!annotations.IsPlaced(a) || point.IsMissing)
            return double.NaN;
        if (annotations.Shapes[a] == ShapeKind.Box)
            return annotations.Boxes[a].DistanceTo(point.Position);
        var shape = shapes.Of(a);
        if (shape.Region is { Area: > 0 } region)
            return region.DistanceTo(point.Position);
        if (shape.Mask?.Covers(point.Position) ?? false)
            return 0;
        return Nearest(
            ShapeOutline.Of(shape),
            [
                [point.X, point.Y],
            ]
        );
    }

    static double BetweenOutlines(Shape a, Shape b)
    {
        var first = ShapeOutline.Of(a);
        var second = ShapeOutline.Of(b);
        return Covers(a, second) || Covers(b, first) ? 0 : Nearest(first, second);
    }

    static bool Covers(Shape shape, List<double[]> outline)
    {
        foreach (var part in outline)
        {
            var vertex = new Point(part[0], part[1]);
            if (shape.Mask?.Covers(vertex) ?? shape.Region?.Contains(vertex) ?? false)
                return true;
        }
        return false;
    }

    static double Nearest(List<double[]> first, List<double[]> second)
    {
        var nearest = double.NaN;
        var bounds = second.ConvertAll(part => Ring.Bounds(part));
        foreach (var part in first)
        {
            var own = Ring.Bounds(part);
            for (var i = 0; i < second.Count; i++)
            {
                // Boxes further apart than the best so far cannot hold anything nearer.
                if (own.DistanceTo(bounds[i]) >= nearest)
                    continue;
                var distance = Polyline.DistanceBetween(part, second[i]);
                if (!(distance >= nearest))
                    nearest = distance;
            }
        }
        return nearest;
    }
}
