namespace LabelSpec.Geometry;

/// <summary>What is wrong with a vertex of a ring.</summary>
public enum RingDefectKind
{
    /// <summary>The vertex repeats the one before it. The closing repetition of the first vertex is none.</summary>
    Duplicate,

    /// <summary>The vertex lies on the straight line between its neighbours and changes nothing.</summary>
    Collinear,

    /// <summary>The boundary turns back on itself at the vertex, enclosing nothing.</summary>
    Spike,
}
