namespace LabelSpec.Semantics.Expressions;

/// <summary>What every annotation has, apart from its attributes and keypoints. <see cref="AnnotationMembers"/> holds names, types and documentation.</summary>
public enum AnnotationMember
{
    Id,
    Class,
    Shape,
    Track,
    Group,
    Source,
    Score,
    Annotator,
    Crowd,
    Area,
    Width,
    Height,
    Left,
    Top,
    Right,
    Bottom,
    Center,
    Aspect,
    Angle,
    Perimeter,
    Vertices,
    Holes,
    LargestHole,
    SmallestHole,
    Components,
    SmallestComponent,
    Keypoints,
    Clockwise,
    SelfIntersects,
    Outside,
    Order,
    Image,

    /// <summary>Length of a cuboid, along its heading.</summary>
    CuboidLength,

    /// <summary>Width of a cuboid, in metres; written <c>width</c>.</summary>
    CuboidWidth,

    /// <summary>Height of a cuboid, in metres; written <c>height</c>.</summary>
    CuboidHeight,

    /// <summary>Volume of a cuboid in cubic metres.</summary>
    Volume,
    Yaw,
    Pitch,
    Roll,
    X,
    Y,
    Z,
}
