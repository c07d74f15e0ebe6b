namespace LabelSpec.Grammar.Syntax;

/// <summary>A shape with its coordinates.</summary>
public abstract class Geometry(Place place) : SyntaxNode(place);
