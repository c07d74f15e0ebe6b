using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Formatting;

/// <summary>The tokens of a whole file, numbered from its beginning, and the gaps before them. The last one is the end of the file.</summary>
sealed class FormatSource
{
    readonly Dictionary<Segment, int> _firstToken = new(ReferenceEqualityComparer.Instance);

    public FormatSource(SyntaxTree tree)
    {
        Tree = tree;
        var tokens = new List<FormatToken>();
        var trivia = new List<Trivia>();
        for (var i = 0; i < tree.Segments.Count; i++)
        {
            var segment = tree.Segments[i];
            var start = tree.StartOf(i);
            _firstToken[segment] = tokens.Count;
            for (var t = 0; t < segment.Tokens.Length; t++)
            {
                foreach (var item in segment.TriviaBefore(t))
                    trivia.Add(item with { Start = item.Start + start });
                var token = segment.Tokens[t];
                if (token.Kind == TokenKind.EndOfSegment && i + 1 < tree.Segments.Count)
                    continue;
                tokens.Add(new FormatToken(token.Kind, token.Keyword, token.Span.Shift(start), [.. trivia]));
                trivia.Clear();
            }
        }

        Tokens = tokens;
    }

    public SyntaxTree Tree { get; }

    public string Text => Tree.Text;

    public IReadOnlyList<FormatToken> Tokens { get; }

    public string LineBreak => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public int FirstOf(SyntaxNode node) => _firstToken[node.Segment] + node.Segment.TokenIndexAt(node.Span.Start);

    /// <summary>Behind the last token of the node.</summary>
    public int EndOf(SyntaxNode node) =>
        node.Span.IsEmpty
            ? FirstOf(node)
            : _firstToken[node.Segment] + node.Segment.TokenIndexAt(node.Span.End - 1) + 1;

    public int FirstOf(Segment segment) => _firstToken[segment];

    /// <summary>The text between a token and the one before it.</summary>
    public TextSpan GapBefore(int token) =>
        TextSpan.FromBounds(token > 0 ? Tokens[token - 1].Span.End : 0, Tokens[token].Span.Start);

    public bool HasLineBreakBefore(int token)
    {
        var gap = GapBefore(token);
        return Text.AsSpan(gap.Start, gap.Length).IndexOfAny('\n', '\r') >= 0;
    }
}
