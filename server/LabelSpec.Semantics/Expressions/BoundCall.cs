using System.Collections.Immutable;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A call of a built-in function.</summary>
/// <param name="Arguments">Optional ones may be missing at the end.</param>
public sealed record BoundCall(
    BuiltInFunction Function,
    ImmutableArray<BoundExpression> Arguments,
    LabelType ResultType,
    SourceSpan Span
) : BoundExpression(ResultType, Span);
