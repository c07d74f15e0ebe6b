using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Chains such as <c>a + a + a …</c> are parsed in a loop but make a deep tree, and whoever walks it calls itself for
/// every level. This keeps trees shallow enough for that.
/// </summary>
static class ExpressionDepth
{
    public const int Deepest = 256;

    public static bool IsTooDeep(SyntaxNode node)
    {
        // Every level takes at least one character.
        if (node.Span.Length <= Deepest)
            return false;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((node, 1));
        while (open.TryPop(out var next))
        {
            if (next.Depth > Deepest)
                return true;
            foreach (var child in next.Node.Children)
                open.Push((child, next.Depth + 1));
        }

        return false;
    }
}
