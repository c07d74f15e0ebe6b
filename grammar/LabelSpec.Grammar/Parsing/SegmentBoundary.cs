using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Decides where a declaration begins. Outside of braces that is a declaration keyword that is first on its line, or
/// whatever comes after a closed block. Inside of braces only a keyword in the first column counts, and only with what
/// must follow it: there a closing brace has been forgotten, and the mistake must not swallow the rest of the file.
/// </summary>
struct SegmentBoundary(string text, int start)
{
    readonly string _text = text;
    bool _isFirstOnLine = true;
    bool _hasDocumentation;
    int _lineStart = start;
    int _depth;
    bool _afterBlock;
    Keyword _container;
    bool _nestedAtColumnZero;
    bool _hasNested;

    public void See(Lexeme lexeme)
    {
        if (!lexeme.IsTrivia)
            return;
        if (lexeme.Trivia == TriviaKind.NewLine)
            BeginLine(lexeme.End);
        else if (lexeme.Trivia == TriviaKind.DocComment && _isFirstOnLine)
            _hasDocumentation = true;
        else if (lexeme.Trivia == TriviaKind.BlockComment)
            SeeLinesIn(lexeme);
    }

    /// <summary>Whether a new segment begins with this token.</summary>
    public readonly bool IsBefore(Lexeme token, ref Lexer lexer)
    {
        if (_depth > 0)
            return IsAtColumnZero(token)
                && DeclarationKeywords.IsOne(token.Keyword)
                && IsCertain(token, lexer.PeekToken());
        if (_afterBlock && (_isFirstOnLine || DeclarationKeywords.IsOne(token.Keyword)))
            return token.Kind != TokenKind.OpenBrace;
        if (!_isFirstOnLine || token.Kind != TokenKind.Word)
            return false;
        var next = lexer.PeekToken();
        return DeclarationKeywords.IsOne(token.Keyword)
            ? CanBegin(next)
            : IsAtColumnZero(token) && token.Keyword == Keyword.NoKeyword && LooksLikeDeclaration(token, next);
    }

    public void Take(Lexeme token)
    {
        if (_container == Keyword.NoKeyword)
            _container = token.Keyword;
        if (_depth > 0 && !_hasNested && DeclarationKeywords.IsOne(token.Keyword) && _isFirstOnLine)
        {
            _hasNested = true;
            _nestedAtColumnZero = IsAtColumnZero(token);
        }

        _afterBlock = false;
        if (token.Kind == TokenKind.OpenBrace)
            _depth++;
        else if (token.Kind == TokenKind.CloseBrace)
        {
            _afterBlock = _depth <= 1;
            _depth = Math.Max(_depth - 1, 0);
        }

        _isFirstOnLine = false;
        _hasDocumentation = false;
    }

    void BeginLine(int at)
    {
        _isFirstOnLine = true;
        _lineStart = at;
    }

    void SeeLinesIn(Lexeme comment)
    {
        var found = _text.AsSpan(comment.Start, comment.End - comment.Start).LastIndexOfAny('\n', '\r');
        if (found >= 0)
            BeginLine(comment.Start + found + 1);
    }

    readonly bool IsAtColumnZero(Lexeme token) => _isFirstOnLine && token.Start == _lineStart;

    /// <summary>Rules out the words where they are used as names: <c>image.width</c>, <c>overlap(a, b)</c>.</summary>
    static bool CanBegin(Lexeme next) =>
        next.Kind
            is TokenKind.Word
                or TokenKind.QuotedName
                or TokenKind.String
                or TokenKind.BlockString
                or TokenKind.OpenBrace
                or TokenKind.EndOfSegment
                or TokenKind.Number
                or TokenKind.Equals
                or TokenKind.Colon;

    readonly bool LooksLikeDeclaration(Lexeme token, Lexeme next) =>
        _hasDocumentation
        || (
            next.Kind is TokenKind.Word or TokenKind.String or TokenKind.QuotedName
            && DeclarationKeywords.IsNearOne(_text.AsSpan(token.Start, token.End - token.Start))
        );

    /// <summary>Inside of braces: nothing but a declaration can begin like this.</summary>
    readonly bool IsCertain(Lexeme token, Lexeme next)
    {
        if (
            _container == Keyword.When
            && token.Keyword is Keyword.Rule or Keyword.When
            && (!_hasNested || _nestedAtColumnZero)
        )
            return false;
        var named = next.Kind is TokenKind.Word or TokenKind.QuotedName;
        return token.Keyword switch
        {
            Keyword.Class or Keyword.Rule or Keyword.Skeleton or Keyword.Case or Keyword.Let => named,
            Keyword.Check or Keyword.Distinguish or Keyword.Overlap or Keyword.Guideline => named,
            Keyword.Abstract or Keyword.Ignore => next.Keyword is Keyword.Class or Keyword.Abstract or Keyword.Ignore,
            Keyword.Test or Keyword.Import => next.Kind is TokenKind.String,
            Keyword.Image or Keyword.Quality => next.Kind is TokenKind.OpenBrace,
            Keyword.When => _container is Keyword.Rule or Keyword.Check or Keyword.Test or Keyword.Quality,
            _ => false,
        };
    }
}
