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

    /// <summary>What says where the annotation is: its box, else the shape that the box was made of.</summary>
    Extent,

    /// <summary>The first number of the extent that is none, or not finite.</summary>
    NotFinite,
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

    /// <summary>The visibility of one keypoint, from 0.</summary>
    KeypointVisibility,
    KeypointCount,

    /// <summary>The width and height that a mask states for itself.</summary>
    MaskSize,

    /// <summary>All run lengths of a mask, or where it lists them, one of them, from 0; −1 for all.</summary>
    MaskRuns,

    /// <summary>One edge of the skeleton of a category, from 0.</summary>
    SkeletonEdge,
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
