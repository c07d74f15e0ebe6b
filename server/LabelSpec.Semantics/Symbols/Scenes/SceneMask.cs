using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>Pixels, given as the polygons whose inside is set (even-odd).</summary>
public sealed record SceneMask(ImmutableArray<ImmutableArray<ScenePoint>> Rings) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Mask;
}
