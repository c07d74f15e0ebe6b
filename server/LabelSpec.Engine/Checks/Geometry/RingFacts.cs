using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// Bounds, area and repeats of one ring of x, y pairs. A last vertex that closes the ring is not part of it, and equal
/// neighbours count as one vertex.
/// </summary>
readonly record struct RingFacts(Box Bounds, double DoubledArea, int Vertices, bool HasRepeats)
{
    public static RingFacts Of(ReadOnlySpan<double> ring)
    {
        ring = RingVertices.WithoutClosing(ring);
        if (ring.Length < 2)
            return new(new(double.NaN, double.NaN, double.NaN, double.NaN), 0, 0, false);
        double originX = ring[0],
            originY = ring[1],
            left = originX,
            right = originX,
            top = originY,
            bottom = originY,
            doubled = 0,
            x = originX,
            y = originY;
        var vertices = 1;
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            double nextX = ring[i],
                nextY = ring[i + 1];
            // Coordinates relative to the first vertex keep their digits far from the origin.
            doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
            left = Math.Min(left, nextX);
            right = Math.Max(right, nextX);
            top = Math.Min(top, nextY);
            bottom = Math.Max(bottom, nextY);
            if (nextX != x || nextY != y)
                vertices++;
            (x, y) = (nextX, nextY);
        }

        return new(Box.FromEdges(left, top, right, bottom), doubled, vertices, vertices < ring.Length / 2);
    }
}
