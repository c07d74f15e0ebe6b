namespace LabelSpec.Grammar.Syntax;

/// <summary>What a rule ranges over.</summary>
public abstract class Binder(Place place) : SyntaxNode(place);
