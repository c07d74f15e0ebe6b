using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Expressions;

/// <summary><c>x is missing</c> or <c>x is set</c>: whether the operand is unknown. Never unknown itself.</summary>
/// <param name="IgnoresDefault">Whether an attribute that is only there by its default counts as missing.</param>
public sealed record BoundPresence(BoundExpression Operand, bool IsMissing, bool IgnoresDefault, SourceSpan Span)
    : BoundExpression(BoolType.Instance, Span);
