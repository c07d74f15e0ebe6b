using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in property of a group.</summary>
public sealed record BoundGroupMember(BoundExpression Target, GroupMember Member, LabelType MemberType, SourceSpan Span)
    : BoundExpression(MemberType, Span);
