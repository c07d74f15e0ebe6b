using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in property of a track.</summary>
public sealed record BoundTrackMember(BoundExpression Target, TrackMember Member, LabelType MemberType, SourceSpan Span)
    : BoundExpression(MemberType, Span);
