namespace LabelSpec.Grammar.Syntax;

/// <summary>A type that is missing or cannot be parsed.</summary>
public sealed class ErrorType(Place place) : AttributeType(place);
