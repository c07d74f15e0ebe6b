using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A variable of the rule, of a quantifier or of an aggregate, or a parameter of a <c>let</c>.</summary>
public sealed record BoundVariable(VariableSymbol Variable, SourceSpan Span) : BoundExpression(Variable.Type, Span);
