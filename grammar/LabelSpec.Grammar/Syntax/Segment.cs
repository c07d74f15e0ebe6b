using System.Collections.Immutable;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Parsing;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Syntax;

/// <summary>
/// A stretch of a file that is parsed on its own, as a rule one declaration with the comments above it. It depends on
/// nothing but its own text, and every offset in it counts from its own start, so that it is taken over as it is when
/// another part of the file changes.
/// </summary>
public sealed class Segment
{
    internal Segment(string text, ImmutableArray<Token> tokens, ImmutableArray<Trivia> trivia, int examined)
    {
        Text = text;
        Tokens = tokens;
        Trivia = trivia;
        Examined = examined;
        (Declarations, Diagnostics) = SegmentParser.Parse(this);
    }

    public string Text { get; }

    /// <summary>Without blanks and comments; the last one is <see cref="TokenKind.EndOfSegment"/>.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>All blanks and comments. Together with <see cref="Tokens"/> they are the whole text.</summary>
    public ImmutableArray<Trivia> Trivia { get; }

    /// <summary>As a rule one; none where there are only comments.</summary>
    public IReadOnlyList<Declaration> Declarations { get; }

    /// <summary>With spans relative to the segment.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many characters from its start decided where it ends; beyond its end, because a word must be seen.</summary>
    internal int Examined { get; }

    public ReadOnlySpan<char> TextOf(Token token) => Text.AsSpan(token.Start, token.Length);

    /// <summary>The index of the first token that ends behind an offset.</summary>
    public int TokenIndexAt(int offset)
    {
        var (low, high) = (0, Tokens.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The tokens of a node.</summary>
    public ReadOnlySpan<Token> TokensIn(TextSpan span)
    {
        var first = TokenIndexAt(span.Start);
        var end = first;
        while (end < Tokens.Length - 1 && Tokens[end].End <= span.End)
            end++;
        return Tokens.AsSpan()[first..end];
    }

    /// <summary>The blanks and comments between a token and the one before it.</summary>
    public ReadOnlySpan<Trivia> TriviaBefore(int tokenIndex)
    {
        var end = tokenIndex + 1 < Tokens.Length ? Tokens[tokenIndex + 1].FirstTrivia : Trivia.Length;
        return Trivia.AsSpan()[Tokens[tokenIndex].FirstTrivia..end];
    }

    /// <summary>The documentation of what begins at an offset.</summary>
    internal DocComment? DocumentationAt(int offset)
    {
        var index = TokenIndexAt(offset);
        return DocComment.Find(Text, TriviaBefore(index), isFirstInFile: index == 0);
    }
}
