using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Syntax;

/// <summary>
/// A part of a guideline's text. Nodes are immutable and know their place only relative to their segment, so that an
/// edit elsewhere in the file leaves them as they are; <see cref="SyntaxTree.SpanOf(SyntaxNode)"/> gives the place in the file.
/// Spans begin and end at tokens: comments and blanks around a node are not part of it.
/// </summary>
public abstract class SyntaxNode(Place place)
{
    IReadOnlyList<SyntaxNode>? _children;

    public Segment Segment { get; } = place.Segment;

    /// <summary>Relative to the start of <see cref="Segment"/>.</summary>
    public TextSpan Span { get; } = place.Span;

    public Place Place => new(Segment, Span);

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<SyntaxNode> Children => _children ??= CollectChildren();

    /// <summary>The text of the node, without the comments and blanks around it.</summary>
    public string ToText() => Segment.Text.Substring(Span.Start, Span.Length);

    public override string ToString() => $"{GetType().Name} {ToText()}";

    protected virtual void AddChildren(ChildList children) { }

    IReadOnlyList<SyntaxNode> CollectChildren()
    {
        var collected = new ChildList();
        AddChildren(collected);
        return collected.ToList();
    }
}
