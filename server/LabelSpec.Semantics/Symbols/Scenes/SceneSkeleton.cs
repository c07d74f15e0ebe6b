using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>Keypoints, in the order of the skeleton; of a class without one, those that are drawn.</summary>
public sealed record SceneSkeleton(SkeletonSymbol Skeleton, ImmutableArray<SceneKeypoint> Keypoints) : SceneShape
{
    public override ShapeKind Kind => ShapeKind.Skeleton;
}
