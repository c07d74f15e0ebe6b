namespace LabelSpec.Grammar.Syntax;

/// <summary>Collects the children of a node; what is absent is left out.</summary>
public sealed class ChildList
{
    readonly List<SyntaxNode> _nodes = [];

    internal ChildList() { }

    public ChildList Add(SyntaxNode? node)
    {
        if (node is not null)
            _nodes.Add(node);
        return this;
    }

    public ChildList Add(IReadOnlyList<SyntaxNode>? nodes)
    {
        if (nodes is not null)
            _nodes.AddRange(nodes);
        return this;
    }

    internal IReadOnlyList<SyntaxNode> ToList() => _nodes.Count == 0 ? [] : _nodes;
}
