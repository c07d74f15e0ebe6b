namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>What the rows of a folder of label files hold after the class.</summary>
enum YoloTask
{
    /// <summary>Centre, width, height.</summary>
    Detect,

    /// <summary>The vertices of a polygon.</summary>
    Segment,

    /// <summary>A box and keypoints.</summary>
    Pose,

    /// <summary>The four corners of a turned box.</summary>
    OrientedBox,
}
