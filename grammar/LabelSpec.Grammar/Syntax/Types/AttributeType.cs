namespace LabelSpec.Grammar.Syntax;

/// <summary>The type of an attribute.</summary>
public abstract class AttributeType(Place place) : SyntaxNode(place);
