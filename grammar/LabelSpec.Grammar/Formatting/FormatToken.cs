using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Formatting;

/// <summary>A token with its place in the file and the blanks and comments before it.</summary>
sealed record FormatToken(TokenKind Kind, Keyword Keyword, TextSpan Span, IReadOnlyList<Trivia> Trivia);
