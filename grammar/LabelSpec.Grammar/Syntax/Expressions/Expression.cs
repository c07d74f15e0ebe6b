namespace LabelSpec.Grammar.Syntax;

/// <summary>Something with a value.</summary>
public abstract class Expression(Place place) : SyntaxNode(place);
