namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A box that is not turned.</summary>
public sealed record SceneBox(double Left, double Top, double Width, double Height) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Box;
}
