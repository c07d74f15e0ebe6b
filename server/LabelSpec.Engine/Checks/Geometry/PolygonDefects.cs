namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>What can be wrong with a polygon, as one pass over its vertices tells.</summary>
[Flags]
public enum PolygonDefects
{
    None = 0,

    /// <summary>A ring has a number without a partner.</summary>
    OddCount = 1,

    /// <summary>A ring has fewer than three vertices, equal neighbours counted once.</summary>
    TooFewVertices = 2,

    /// <summary>A vertex repeats the one before it.</summary>
    RepeatedVertex = 4,

    /// <summary>A ring of three or more vertices encloses nothing.</summary>
    NoArea = 8,

    /// <summary>A coordinate is NaN or infinite.</summary>
    NotFinite = 16,
}
