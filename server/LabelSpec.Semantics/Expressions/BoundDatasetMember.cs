using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in property of the data.</summary>
public sealed record BoundDatasetMember(DatasetMember Member, LabelType MemberType, SourceSpan Span)
    : BoundExpression(MemberType, Span);
