namespace LabelSpec.Grammar.Syntax;

/// <summary>Finds nodes by their place.</summary>
static class NodeFinder
{
    public static IReadOnlyList<SyntaxNode> PathAt(Segment segment, int offset)
    {
        var path = new List<SyntaxNode>();
        IReadOnlyList<SyntaxNode> level = segment.Declarations;
        while (Pick(level, offset) is { } node)
        {
            path.Add(node);
            level = node.Children;
        }

        return path;
    }

    static SyntaxNode? Pick(IReadOnlyList<SyntaxNode> nodes, int offset)
    {
        SyntaxNode? touched = null;
        foreach (var node in nodes)
        {
            if (node.Span.Contains(offset))
                return node;
            if (node.Span.Touches(offset))
                touched = node;
        }

        return touched;
    }
}
