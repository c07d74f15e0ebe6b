using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in property of an annotation. Unknown if the shape has none, such as the area of a polyline.</summary>
public sealed record BoundAnnotationMember(
    BoundExpression Target,
    AnnotationMember Member,
    LabelType MemberType,
    SourceSpan Span
) : BoundExpression(MemberType, Span);
