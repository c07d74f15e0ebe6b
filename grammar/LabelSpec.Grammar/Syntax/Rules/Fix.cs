namespace LabelSpec.Grammar.Syntax;

/// <summary>What <c>fix</c> does to the annotation file.</summary>
public abstract class Fix(Place place) : SyntaxNode(place);
