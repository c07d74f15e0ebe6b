namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>The image as a whole.</summary>
public sealed record SceneTag : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Tag;
}
