using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Classes, as the argument of a function.</summary>
public sealed record BoundClassSet(ClassSet Classes, SourceSpan Span) : BoundExpression(ClassType.Instance, Span);
