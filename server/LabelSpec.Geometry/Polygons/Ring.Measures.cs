namespace LabelSpec.Geometry;

/// <summary>
/// A polygon's ring as x, y pairs in continuous pixels, y down. The ring is closed implicitly; a repeated last vertex
/// changes nothing. An odd last number is passed over. Nothing here allocates or throws, whatever the numbers.
/// </summary>
public static partial class Ring
{
    /// <summary>
    /// Shoelace area in square pixels: positive when the vertices run clockwise on the screen, 0 below three vertices.
    /// Where a ring crosses itself, areas of opposite winding cancel; <see cref="Region"/> measures what is covered.
    /// </summary>
    public static double SignedArea(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 6)
            return 0;
        // Relative to the first vertex, so that digits are not lost far from the origin.
        double originX = ring[0],
            originY = ring[1],
            doubled = 0;
        double x = 0,
            y = 0;
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            double nextX = ring[i] - originX,
                nextY = ring[i + 1] - originY;
            doubled += x * nextY - nextX * y;
            (x, y) = (nextX, nextY);
        }

        return doubled / 2;
    }

    public static double Area(ReadOnlySpan<double> ring) => Math.Abs(SignedArea(ring));

    public static Winding WindingOf(ReadOnlySpan<double> ring) =>
        SignedArea(ring) switch
        {
            > 0 => Winding.Clockwise,
            < 0 => Winding.CounterClockwise,
            _ => Winding.None,
        };

    /// <summary>Length of the closed boundary in pixels.</summary>
    public static double Perimeter(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 4)
            return 0;
        var last = LastVertex(ring);
        return Polyline.Length(ring) + double.Hypot(ring[0] - ring[last], ring[1] - ring[last + 1]);
    }

    /// <summary>Centre of mass of the covered area; of the vertices where the area is zero; NaN for no vertices.</summary>
    public static Point Centroid(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 2)
            return new(double.NaN, double.NaN);
        double originX = ring[0],
            originY = ring[1];
        double doubled = 0,
            sumX = 0,
            sumY = 0;
        double x = 0,
            y = 0;
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            double nextX = ring[i] - originX,
                nextY = ring[i + 1] - originY;
            var cross = x * nextY - nextX * y;
            doubled += cross;
            sumX += (x + nextX) * cross;
            sumY += (y + nextY) * cross;
            (x, y) = (nextX, nextY);
        }

        return doubled == 0
            ? MeanOfVertices(ring)
            : new(originX + sumX / (3 * doubled), originY + sumY / (3 * doubled));
    }

    /// <summary>The smallest box around the vertices; NaN edges if a coordinate is NaN or there is no vertex.</summary>
    public static Box Bounds(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 2)
            return new(double.NaN, double.NaN, double.NaN, double.NaN);
        double left = ring[0],
            right = left,
            top = ring[1],
            bottom = top;
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            left = Math.Min(left, ring[i]);
            right = Math.Max(right, ring[i]);
            top = Math.Min(top, ring[i + 1]);
            bottom = Math.Max(bottom, ring[i + 1]);
        }

        return Box.FromEdges(left, top, right, bottom);
    }

    static Point MeanOfVertices(ReadOnlySpan<double> ring)
    {
        double x = 0,
            y = 0;
        var count = ring.Length / 2;
        for (var i = 0; i < count; i++)
        {
            x += ring[2 * i] / count;
            y += ring[2 * i + 1] / count;
        }

        return new(x, y);
    }

    static int LastVertex(ReadOnlySpan<double> ring) => (ring.Length / 2 - 1) * 2;
}
