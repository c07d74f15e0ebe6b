namespace LabelSpec.Geometry;

/// <summary>A vertex, by its index in the ring, and what is wrong with it.</summary>
public readonly record struct RingDefect(RingDefectKind Kind, int Vertex);
