using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>A piece of a message: either fixed text, or an expression whose value is put in.</summary>
public sealed record MessagePart(string? Text, BoundExpression? Value);
