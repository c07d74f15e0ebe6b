using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary><c>if … then … else …</c>. Unknown if the condition is; only the chosen branch matters otherwise.</summary>
public sealed record BoundConditional(
    BoundExpression Condition,
    BoundExpression WhenTrue,
    BoundExpression WhenFalse,
    LabelType ResultType,
    SourceSpan Span
) : BoundExpression(ResultType, Span);
