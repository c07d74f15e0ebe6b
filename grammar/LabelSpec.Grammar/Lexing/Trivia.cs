using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Lexing;

/// <summary>A blank, a line break or a comment, with offsets relative to its segment.</summary>
public readonly record struct Trivia(TriviaKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    public bool IsComment => Kind is TriviaKind.LineComment or TriviaKind.BlockComment or TriviaKind.DocComment;
}
