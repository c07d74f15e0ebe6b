namespace LabelSpec.Grammar.Syntax;

/// <summary><c>bool</c>.</summary>
public sealed class BoolType(Place place) : AttributeType(place);
