namespace LabelSpec.Grammar.Lexing;

/// <summary>One step of the lexer: a token or a trivia, with offsets in the lexed text.</summary>
readonly record struct Lexeme(bool IsTrivia, TriviaKind Trivia, TokenKind Kind, Keyword Keyword, int Start, int End)
{
    public static Lexeme OfTrivia(TriviaKind kind, int start, int end) =>
        new(true, kind, TokenKind.EndOfSegment, Keyword.NoKeyword, start, end);

    public static Lexeme OfToken(TokenKind kind, int start, int end, Keyword keyword = Keyword.NoKeyword) =>
        new(false, default, kind, keyword, start, end);
}
