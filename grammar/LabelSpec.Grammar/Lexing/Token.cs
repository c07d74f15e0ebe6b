using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Lexing;

/// <summary>
/// A token, with offsets relative to its segment. <see cref="FirstTrivia"/> is the index of the first of the blanks
/// and comments that stand between the token before and this one.
/// </summary>
public readonly record struct Token(TokenKind Kind, Keyword Keyword, int Start, int Length, int FirstTrivia)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}
