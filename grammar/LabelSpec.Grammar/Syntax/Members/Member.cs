namespace LabelSpec.Grammar.Syntax;

/// <summary>A statement in a block.</summary>
public abstract class Member(Place place) : DocumentedNode(place);
