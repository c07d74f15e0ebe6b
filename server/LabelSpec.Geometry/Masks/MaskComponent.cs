namespace LabelSpec.Geometry;

/// <summary>A connected piece of a mask, or of its background: number of pixels and the box around them.</summary>
public readonly record struct MaskComponent(long Area, Box Bounds, bool TouchesFrame);
