using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A number in the unit of its type.</summary>
public sealed record BoundNumber(double Value, NumberType NumberType, SourceSpan Span)
    : BoundExpression(NumberType, Span);
