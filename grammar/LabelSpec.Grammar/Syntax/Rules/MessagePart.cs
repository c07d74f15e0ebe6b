namespace LabelSpec.Grammar.Syntax;

/// <summary>A part of a message.</summary>
public abstract class MessagePart(Place place) : SyntaxNode(place);
