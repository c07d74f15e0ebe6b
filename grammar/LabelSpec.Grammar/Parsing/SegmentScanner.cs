using System.Collections.Immutable;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Cuts a text into segments. Where a segment ends depends only on the text from its own start on, so that scanning can
/// begin anew at any segment.
/// </summary>
static class SegmentScanner
{
    /// <summary>Cuts the segment that begins at <paramref name="start"/>; its end is the start of the next one.</summary>
    public static Segment ScanAt(string text, int start)
    {
        var lexer = new Lexer(text, start);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var trivia = ImmutableArray.CreateBuilder<Trivia>();
        var boundary = new SegmentBoundary(text, start);
        var firstTrivia = 0;
        while (lexer.TryNext(out var lexeme))
        {
            boundary.See(lexeme);
            if (lexeme.IsTrivia)
            {
                trivia.Add(new Trivia(lexeme.Trivia, lexeme.Start - start, lexeme.End - lexeme.Start));
                continue;
            }

            if (tokens.Count > 0 && boundary.IsBefore(lexeme, ref lexer))
            {
                var end = start + CutTrailing(trivia, tokens[^1]);
                return Create(text, start, end, tokens, trivia, firstTrivia, lexer.Examined);
            }

            tokens.Add(
                new Token(lexeme.Kind, lexeme.Keyword, lexeme.Start - start, lexeme.End - lexeme.Start, firstTrivia)
            );
            firstTrivia = trivia.Count;
            boundary.Take(lexeme);
        }

        return Create(text, start, text.Length, tokens, trivia, firstTrivia, lexer.Examined);
    }

    /// <summary>What follows the last token on its line still belongs to it; the lines below belong to what comes next.</summary>
    static int CutTrailing(ImmutableArray<Trivia>.Builder trivia, Token last)
    {
        var first = last.FirstTrivia;
        while (first < trivia.Count && trivia[first].Start < last.Start)
            first++;
        for (var at = first; at < trivia.Count; at++)
        {
            if (trivia[at].Kind != TriviaKind.NewLine)
                continue;
            trivia.Count = at + 1;
            return trivia[at].End;
        }

        trivia.Count = first;
        return last.End;
    }

    static Segment Create(
        string text,
        int start,
        int end,
        ImmutableArray<Token>.Builder tokens,
        ImmutableArray<Trivia>.Builder trivia,
        int firstTrivia,
        int examined
    )
    {
        tokens.Add(new Token(TokenKind.EndOfSegment, Keyword.NoKeyword, end - start, 0, firstTrivia));
        return new Segment(
            text[start..end],
            tokens.DrainToImmutable(),
            trivia.DrainToImmutable(),
            examined == int.MaxValue ? int.MaxValue : examined - start
        );
    }
}
