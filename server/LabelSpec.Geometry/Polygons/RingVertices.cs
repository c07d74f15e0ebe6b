namespace LabelSpec.Geometry;

/// <summary>Which of a ring's numbers are vertices of their own.</summary>
public static class RingVertices
{
    /// <summary>The ring's whole vertices, without a last one that equals the first.</summary>
    public static ReadOnlySpan<double> WithoutClosing(ReadOnlySpan<double> ring)
    {
        ring = ring[..(ring.Length & ~1)];
        return ring.Length >= 4 && ring[0] == ring[^2] && ring[1] == ring[^1] ? ring[..^2] : ring;
    }
}
