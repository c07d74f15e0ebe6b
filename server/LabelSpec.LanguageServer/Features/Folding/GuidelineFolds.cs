using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Folding;

/// <summary>Blocks, runs of comments and of imports, and texts over several lines.</summary>
static class GuidelineFolds
{
    /// <summary>Of blocks the inside of the braces; the kinds are those of the protocol: comment, imports, or none.</summary>
    public static IEnumerable<(TextSpan Span, string? Kind)> Of(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Segments.Count; i++)
            foreach (var (span, kind) in In(tree.Segments[i]))
                yield return (span.Shift(tree.StartOf(i)), kind);
        var imports = tree.Declarations.OfType<ImportDeclaration>().Select(tree.SpanOf).ToList();
        if (imports.Count > 1)
            yield return (imports[0].Union(imports[^1]), "imports");
    }

    static IEnumerable<(TextSpan Span, string? Kind)> In(Segment segment)
    {
        var open = new Stack<int>();
        foreach (var token in segment.Tokens)
            switch (token.Kind)
            {
                case TokenKind.OpenBrace:
                    open.Push(token.End);
                    break;
                case TokenKind.CloseBrace when open.TryPop(out var start):
                    yield return (TextSpan.FromBounds(start, token.Start), null);
                    break;
                case TokenKind.BlockString:
                    yield return (token.Span, null);
                    break;
            }

        foreach (var run in Comments(segment))
            yield return (run, "comment");
    }

    /// <summary>Comments with nothing but blanks and at most one line break between them.</summary>
    static IEnumerable<TextSpan> Comments(Segment segment)
    {
        TextSpan? run = null;
        var lineBreaks = 0;
        for (var i = 0; i < segment.Tokens.Length; i++)
        {
            foreach (var trivia in segment.TriviaBefore(i).ToArray())
            {
                if (trivia.IsComment)
                {
                    var span = TextSpan.FromBounds(trivia.Start, trivia.End);
                    if (run is { } before && lineBreaks > 1)
                    {
                        yield return before;
                        run = null;
                    }

                    run = run?.Union(span) ?? span;
                    lineBreaks = 0;
                }
                else if (trivia.Kind == TriviaKind.NewLine)
                    lineBreaks++;
            }

            if (run is { } ended)
                yield return ended;
            run = null;
            lineBreaks = 0;
        }
    }
}
