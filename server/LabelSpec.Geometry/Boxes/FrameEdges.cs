namespace LabelSpec.Geometry;

/// <summary>Edges of a frame, such as the image, that a box touches.</summary>
[Flags]
public enum FrameEdges
{
    None = 0,
    Left = 1,
    Top = 2,
    Right = 4,
    Bottom = 8,
}
