namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>The attributes of shapes that the reader knows.</summary>
enum CvatKey
{
    Label,
    Source,
    Occluded,
    Outside,
    Keyframe,
    Frame,
    ZOrder,
    Group,
    Rotation,
    Left,
    Top,
    Right,
    Bottom,
    Points,
    CenterX,
    CenterY,
    RadiusX,
    RadiusY,
    Rle,
    MaskLeft,
    MaskTop,
    MaskWidth,
    MaskHeight,

    /// <summary>The first of the sixteen coordinates of a cuboid's faces.</summary>
    FirstCuboid,
    Count = FirstCuboid + 16,
}
