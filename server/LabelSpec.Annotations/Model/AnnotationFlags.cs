namespace LabelSpec.Annotations.Model;

[Flags]
public enum AnnotationFlags : ushort
{
    None = 0,

    /// <summary>One shape around many objects (COCO <c>iscrowd</c>, OpenImages group).</summary>
    Crowd = 1 << 0,

    /// <summary>Neither hit nor miss in an evaluation.</summary>
    Ignore = 1 << 1,

    /// <summary>VOC <c>difficult</c>.</summary>
    Difficult = 1 << 2,

    /// <summary>The track's object is not visible from this frame on (CVAT).</summary>
    Outside = 1 << 3,

    /// <summary>Drawn by a person; other shapes of the track are interpolated.</summary>
    Keyframe = 1 << 4,

    /// <summary>Made by a model: it has a score, or stands in a results file.</summary>
    Prediction = 1 << 5,

    /// <summary>The file has an id for it, so that <c>Id</c> means something.</summary>
    HasId = 1 << 6,

    /// <summary><c>Box</c> stands in the file; otherwise it is the bounds of the geometry.</summary>
    HasStoredBox = 1 << 7,

    HasPolygon = 1 << 8,
    HasMask = 1 << 9,
    HasKeypoints = 1 << 10,

    /// <summary>The category is meant to be absent here (OpenImages negative labels).</summary>
    Negative = 1 << 11,

    /// <summary>The mask is the pixels of a picture beside the file, which may be missing (COCO panoptic).</summary>
    MaskInPicture = 1 << 12,

    /// <summary>Its geometry is written in a way that is not read here, as its reader has reported.</summary>
    Unread = 1 << 13,
}
