using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>A parameter of a built-in check, such as a tolerance, with its value; null for a bare word.</summary>
/// <param name="Unit">The unit of a number; <see cref="Unit.Number"/> for other values.</param>
public sealed record CheckOption(string Name, AttributeValue? Value, Unit Unit, SourceSpan Span);
