namespace LabelSpec.Geometry;

/// <summary>
/// Two edges of a ring that meet where they should not. Edge i runs from vertex i to the next one; the edge of the last
/// vertex closes the ring. <paramref name="At"/> is where they meet (for overlapping edges, one such place).
/// </summary>
public readonly record struct SelfIntersection(SelfIntersectionKind Kind, int FirstEdge, int SecondEdge, Point At);
