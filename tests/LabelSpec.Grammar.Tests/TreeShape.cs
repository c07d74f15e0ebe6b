using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Tests;

/// <summary>Checks what must hold for the tree of any text, and writes trees down so that they can be compared.</summary>
static class TreeShape
{
    public static void Check(SyntaxTree tree)
    {
        Assert.Equal(tree.Text, tree.ToText());
        Assert.Equal(tree.Text.Length, tree.Segments.Sum(s => s.Text.Length));
        foreach (var segment in tree.Segments)
        {
            CheckTokens(segment);
            CheckLevel(segment.Declarations, 0, segment.Text.Length);
        }

        Assert.All(tree.Diagnostics, d => Assert.InRange(d.Span.End, d.Span.Start, tree.Text.Length));
        Assert.All(tree.Diagnostics, d => Assert.InRange(d.Span.Start, 0, tree.Text.Length));
    }

    public static IEnumerable<SyntaxNode> AllNodes(SyntaxTree tree)
    {
        var open = new Stack<SyntaxNode>(tree.Declarations.Reverse());
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
                open.Push(child);
        }
    }

    /// <summary>Kind, place and own text of every node, and all diagnostics.</summary>
    public static string Dump(SyntaxTree tree) =>
        string.Join(
            '\n',
            AllNodes(tree)
                .Select(n => $"{n.GetType().Name} {tree.SpanOf(n)}")
                .Concat(tree.Diagnostics.Select(d => d.ToString()))
        );

    static void CheckTokens(Segment segment)
    {
        var end = 0;
        for (var i = 0; i < segment.Tokens.Length; i++)
        {
            foreach (var trivia in segment.TriviaBefore(i))
            {
                Assert.Equal(end, trivia.Start);
                Assert.True(trivia.Length > 0);
                end = trivia.End;
            }

            Assert.Equal(end, segment.Tokens[i].Start);
            end = segment.Tokens[i].End;
        }

        Assert.Equal(segment.Text.Length, end);
    }

    static void CheckLevel(IReadOnlyList<SyntaxNode> nodes, int start, int end)
    {
        var at = start;
        foreach (var node in nodes)
        {
            Assert.True(node.Span.Start >= at, $"{node.GetType().Name} {node.Span} overlaps what stands before it.");
            Assert.True(
                node.Span.End <= end,
                $"{node.GetType().Name} {node.Span} leaves its parent, which ends at {end}."
            );
            at = node.Span.End;
            CheckLevel(node.Children, node.Span.Start, node.Span.End);
        }
    }
}
