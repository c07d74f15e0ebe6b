namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>An ellipse that may be turned about its centre, clockwise on the screen, in degrees.</summary>
public sealed record SceneEllipse(double CenterX, double CenterY, double RadiusX, double RadiusY, double Angle)
    : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Ellipse;
}
