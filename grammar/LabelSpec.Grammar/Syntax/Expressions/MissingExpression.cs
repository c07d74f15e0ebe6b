namespace LabelSpec.Grammar.Syntax;

/// <summary>Stands where an expression should be; its span is empty.</summary>
public sealed class MissingExpression(Place place) : Expression(place);
