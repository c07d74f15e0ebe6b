namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A single point.</summary>
public sealed record ScenePointShape(ScenePoint Point) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Point;
}
