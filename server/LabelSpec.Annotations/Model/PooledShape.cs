namespace LabelSpec.Annotations.Model;

/// <summary>The first number of a record in the <see cref="GeometryPool"/>; the fields that follow it.</summary>
enum PooledShape
{
    /// <summary>First number, part count, then for each part 2·length + (1 for a hole).</summary>
    Polygon,

    /// <summary>First number, keypoint count.</summary>
    Keypoints,

    /// <summary>Height, width, run count, runs.</summary>
    Mask,

    /// <summary>First of ten numbers.</summary>
    Cuboid,

    /// <summary>Index of the text.</summary>
    Text,
}
