using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A keypoint of an annotation. Missing where it is not labelled (visibility 0) or the annotation has no such skeleton.</summary>
/// <param name="Keypoints">The keypoint in each skeleton that the annotation may have.</param>
public sealed record BoundKeypoint(
    BoundExpression Target,
    string Name,
    ImmutableArray<(SkeletonSymbol Skeleton, KeypointSymbol Point)> Keypoints,
    SourceSpan Span
) : BoundExpression(PointType.Instance, Span);
