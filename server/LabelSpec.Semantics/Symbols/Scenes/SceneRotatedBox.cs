namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A box turned about its centre, clockwise on the screen, in degrees.</summary>
public sealed record SceneRotatedBox(double CenterX, double CenterY, double Width, double Height, double Angle)
    : SceneShape
{
    public override ShapeKind Kind => ShapeKind.RotatedBox;
}
