using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>Which class to choose, and when: an expression over the attributes of the annotation, or prose.</summary>
public sealed record DistinguishChoice(ClassSymbol Class, BoundExpression? Condition, string? Prose, SourceSpan Span);
