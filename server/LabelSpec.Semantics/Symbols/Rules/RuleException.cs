using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>An <c>unless</c>: where it is true, the rule says nothing.</summary>
public sealed record RuleException(BoundExpression Condition, string? Why, SourceSpan Span);
