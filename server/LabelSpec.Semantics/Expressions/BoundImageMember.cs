using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in property of an image.</summary>
public sealed record BoundImageMember(BoundExpression Target, ImageMember Member, LabelType MemberType, SourceSpan Span)
    : BoundExpression(MemberType, Span);
