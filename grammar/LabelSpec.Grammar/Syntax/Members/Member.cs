namespace LabelSpec.Grammar.Syntax;

/// <summary>A statement in a block.</summary>
public abstract class Member(Place place) : SyntaxNode(place)
{
    public DocComment? Documentation => Segment.DocumentationAt(Span.Start);
}
