using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>What has been reported as wrong. A rule that holds one is not among the rules of the guideline.</summary>
public sealed record BoundError(SourceSpan Span) : BoundExpression(ErrorType.Instance, Span);
