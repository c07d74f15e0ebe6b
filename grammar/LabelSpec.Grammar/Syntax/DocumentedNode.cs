namespace LabelSpec.Grammar.Syntax;

/// <summary>A node that <c>///</c> lines may stand above.</summary>
public abstract class DocumentedNode(Place place) : SyntaxNode(place)
{
    static readonly DocComment Unread = new("", default);

    DocComment? _documentation = Unread;

    /// <summary>Read once: edits elsewhere in the file leave the node as it is, and each binding asks for it.</summary>
    public DocComment? Documentation =>
        ReferenceEquals(_documentation, Unread) ? _documentation = Segment.DocumentationAt(Span.Start) : _documentation;
}
