namespace LabelSpec.Semantics.Types;

/// <summary>A position in the image, or a keypoint.</summary>
public sealed record PointType : LabelType
{
    public static readonly PointType Instance = new();

    public override string DisplayName => "point";
}
