using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>A <c>require</c>, which fails when the condition is false, or a <c>forbid</c>, which fails when it is true.</summary>
public sealed record RuleAssertion(bool IsForbidden, BoundExpression Condition, SourceSpan Span);
