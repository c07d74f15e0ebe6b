using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A closed ring.</summary>
public sealed record ScenePolygon(ImmutableArray<ScenePoint> Points) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Polygon;
}
