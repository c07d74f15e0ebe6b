using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A coordinate or the visibility of a point. Unknown if the point is missing.</summary>
public sealed record BoundPointMember(BoundExpression Target, PointMember Member, LabelType MemberType, SourceSpan Span)
    : BoundExpression(MemberType, Span);
