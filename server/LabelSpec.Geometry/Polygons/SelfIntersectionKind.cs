namespace LabelSpec.Geometry;

/// <summary>How two edges of one ring meet where they should not.</summary>
public enum SelfIntersectionKind
{
    /// <summary>The boundary comes back to a point of itself without passing to the other side.</summary>
    Touch,

    /// <summary>Two edges run along each other for a while, as in a spike or in a bridge to a hole.</summary>
    Overlap,

    /// <summary>The boundary passes to its other side.</summary>
    Crossing,
}
