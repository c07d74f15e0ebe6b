namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A box in space: centre, length, width and height in metres, yaw in degrees.</summary>
public sealed record SceneCuboid(
    double CenterX,
    double CenterY,
    double CenterZ,
    double Length,
    double Width,
    double Height,
    double Yaw
) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Cuboid;
}
