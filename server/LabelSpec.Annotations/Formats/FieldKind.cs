namespace LabelSpec.Annotations.Formats;

/// <summary>What a finding can point at in an annotation, an image, a category or a track.</summary>
public enum FieldKind : byte
{
    /// <summary>The whole object, element or row.</summary>
    Whole,
    Id,
    Image,
    Category,
    Name,
    Supercategory,

    /// <summary>The box with its brackets, or the nearest thing that the format has.</summary>
    Box,

    /// <summary>One number of the box as stored, from 0.</summary>
    BoxPart,
    Angle,
    Area,

    /// <summary>All of the polygon, polyline, points or mask.</summary>
    Segmentation,

    /// <summary>One ring or line, from 0.</summary>
    Part,

    /// <summary>One vertex of one part, both from 0.</summary>
    Vertex,
    Keypoints,

    /// <summary>One keypoint, from 0.</summary>
    Keypoint,
    KeypointCount,
    Attribute,
    Crowd,
    Score,
    Track,
    Frame,
    Group,
    Caption,
    FileName,
    Width,
    Height,
}
