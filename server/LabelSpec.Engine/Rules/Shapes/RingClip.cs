using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Cuts a ring at the edges of a frame (Sutherland and Hodgman, 1974).</summary>
static class RingClip
{
    public static double[] To(Box frame, ReadOnlySpan<double> ring)
    {
        var points = new List<Point>(ring.Length / 2);
        for (var i = 0; i + 1 < ring.Length; i += 2)
            points.Add(new(ring[i], ring[i + 1]));
        points = Cut(points, p => p.X - frame.Left);
        points = Cut(points, p => frame.Right - p.X);
        points = Cut(points, p => p.Y - frame.Top);
        points = Cut(points, p => frame.Bottom - p.Y);
        return [.. points.SelectMany(p => new[] { p.X, p.Y })];
    }

    /// <param name="points">A ring.</param>
    /// <param name="depth">How far inside a point lies; negative outside.</param>
    static List<Point> Cut(List<Point> points, Func<Point, double> depth)
    {
        var inside = new List<Point>(points.Count + 4);
        for (var i = 0; i < points.Count; i++)
        {
            var (from, to) = (points[i], points[(i + 1) % points.Count]);
            double a = depth(from),
                b = depth(to);
            if (a >= 0)
                inside.Add(from);
            if (a > 0 && b < 0 || a < 0 && b > 0)
            {
                var t = a / (a - b);
                inside.Add(new(from.X + t * (to.X - from.X), from.Y + t * (to.Y - from.Y)));
            }
        }
        return inside;
    }
}
