namespace LabelSpec.Geometry;

/// <summary>Straight pieces between two points.</summary>
static class Segment
{
    public static double DistanceTo(Point start, Point end, Point point)
    {
        double dx = end.X - start.X,
            dy = end.Y - start.Y;
        var squared = dx * dx + dy * dy;
        if (!(squared > 0) || !double.IsFinite(squared))
            return Math.Min(start.DistanceTo(point), end.DistanceTo(point));
        var t = Math.Clamp(((point.X - start.X) * dx + (point.Y - start.Y) * dy) / squared, 0, 1);
        return new Point(start.X + t * dx, start.Y + t * dy).DistanceTo(point);
    }

    public static double DistanceBetween(Point a, Point b, Point c, Point d)
    {
        if (
            Orientation.Of(a, b, c) * Orientation.Of(a, b, d) < 0
            && Orientation.Of(c, d, a) * Orientation.Of(c, d, b) < 0
        )
            return 0;
        return Math.Min(
            Math.Min(DistanceTo(a, b, c), DistanceTo(a, b, d)),
            Math.Min(DistanceTo(c, d, a), DistanceTo(c, d, b))
        );
    }
}
