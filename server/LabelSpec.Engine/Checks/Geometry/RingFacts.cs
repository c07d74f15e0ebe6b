using System.Runtime.Intrinsics;
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
        var origin = At(ring, 0);
        Vector128<double> low = origin,
            high = origin,
            vertex = origin,
            // Zero as long as all is finite, as the fast minimum passes NaN over or not, depending on the order.
            doubt = origin - origin,
            from = origin - origin;
        double doubled = 0;
        var vertices = 1;
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            var next = At(ring, i);
            // Coordinates relative to the first vertex keep their digits far from the origin.
            var to = next - origin;
            doubled += from[0] * to[1] - to[0] * from[1];
            low = Vector128.MinNative(low, next);
            high = Vector128.MaxNative(high, next);
            doubt += to - to;
            if (next != vertex)
                vertices++;
            (vertex, from) = (next, to);
        }

        var bounds =
            doubt == Vector128<double>.Zero ? Box.FromEdges(low[0], low[1], high[0], high[1]) : Ring.Bounds(ring);
        return new(bounds, doubled, vertices, vertices < ring.Length / 2);
    }

    static Vector128<double> At(ReadOnlySpan<double> ring, int index) => Vector128.Create(ring.Slice(index, 2));
}
