using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>An open line.</summary>
public sealed record ScenePolyline(ImmutableArray<ScenePoint> Points) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Polyline;
}
