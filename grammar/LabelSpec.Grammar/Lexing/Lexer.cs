namespace LabelSpec.Grammar.Lexing;

/// <summary>
/// Cuts a text into tokens and trivia. Total and lossless: every text is a sequence of lexemes without gaps, and what
/// makes no sense becomes a <see cref="TokenKind.Bad"/> token. Has no modes, so that it can start at any token.
/// </summary>
struct Lexer(string text, int start)
{
    readonly string _text = text;

    // Once a search for a closing mark has reached the end of the text, it need not be made again.
    bool _noBlockCommentEnd;
    bool _noBlockStringEnd;

    public int Position { get; private set; } = start;

    /// <summary>
    /// How far the text was looked at: what lies beyond cannot change the lexemes so far. The longest look ahead behind
    /// a token is three characters; an opening mark without its closing mark depends on the whole rest.
    /// </summary>
    public int Examined { get; private set; } = start;

    readonly char Current => At(Position);

    public bool TryNext(out Lexeme lexeme)
    {
        if (Position >= _text.Length)
        {
            lexeme = default;
            Examined = int.MaxValue;
            return false;
        }

        lexeme = Read();
        Position = lexeme.End;
        if (Examined != int.MaxValue)
            Examined = Math.Max(Examined, lexeme.End + 3);
        return true;
    }

    /// <summary>The token that comes next, behind blanks and comments; the lexer stays where it is.</summary>
    public Lexeme PeekToken()
    {
        var ahead = this;
        var found = Lexeme.OfToken(TokenKind.EndOfSegment, _text.Length, _text.Length);
        while (ahead.TryNext(out var lexeme))
        {
            if (lexeme.IsTrivia)
                continue;
            found = lexeme;
            break;
        }

        Examined = ahead.Examined;
        return found;
    }

    Lexeme Read()
    {
        var c = Current;
        return c switch
        {
            '\n' => Lexeme.OfTrivia(TriviaKind.NewLine, Position, Position + 1),
            '\r' => Lexeme.OfTrivia(TriviaKind.NewLine, Position, Position + (At(Position + 1) == '\n' ? 2 : 1)),
            '/' when At(Position + 1) == '/' => LineComment(),
            '/' when At(Position + 1) == '*' => BlockComment(),
            '"' => String(),
            '`' => QuotedName(),
            '#' => Color(),
            >= '0' and <= '9' => Lexeme.OfToken(TokenKind.Number, Position, NumberScanner.EndOf(_text, Position)),
            _ when IsBlank(c) => Run(TriviaKind.Whitespace),
            _ when IsWordStart(c) => Word(),
            _ => Punctuation(),
        };
    }

    readonly Lexeme Run(TriviaKind kind)
    {
        var end = Position + 1;
        while (end < _text.Length && IsBlank(_text[end]))
            end++;
        return Lexeme.OfTrivia(kind, Position, end);
    }

    readonly Lexeme LineComment()
    {
        var isDoc = At(Position + 2) == '/' && At(Position + 3) != '/';
        return Lexeme.OfTrivia(isDoc ? TriviaKind.DocComment : TriviaKind.LineComment, Position, EndOfLine(Position));
    }

    Lexeme BlockComment()
    {
        var close = _noBlockCommentEnd ? -1 : _text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
        if (close >= 0)
            return Lexeme.OfTrivia(TriviaKind.BlockComment, Position, close + 2);
        // The rest of the file stays readable while the comment is being typed.
        _noBlockCommentEnd = true;
        Examined = int.MaxValue;
        return Lexeme.OfTrivia(TriviaKind.BlockComment, Position, EndOfLine(Position));
    }

    Lexeme String()
    {
        if (At(Position + 1) == '"' && At(Position + 2) == '"')
            return BlockString();
        var end = Position + 1;
        while (end < _text.Length && _text[end] is not ('"' or '\n' or '\r'))
            end += _text[end] == '\\' && At(end + 1) is not ('\n' or '\r' or '\0') ? 2 : 1;
        var closed = end < _text.Length && _text[end] == '"';
        return Lexeme.OfToken(TokenKind.String, Position, closed ? end + 1 : Math.Min(end, _text.Length));
    }

    Lexeme BlockString()
    {
        for (var end = Position + 3; !_noBlockStringEnd && end < _text.Length; end += _text[end] == '\\' ? 2 : 1)
            if (_text[end] == '"' && At(end + 1) == '"' && At(end + 2) == '"')
                return Lexeme.OfToken(TokenKind.BlockString, Position, end + 3);
        _noBlockStringEnd = true;
        Examined = int.MaxValue;
        return Lexeme.OfToken(TokenKind.BlockString, Position, EndOfLine(Position));
    }

    readonly Lexeme QuotedName()
    {
        var end = Position + 1;
        while (end < _text.Length && _text[end] is not ('`' or '\n' or '\r'))
            end++;
        var closed = end < _text.Length && _text[end] == '`';
        return Lexeme.OfToken(TokenKind.QuotedName, Position, closed ? end + 1 : end);
    }

    readonly Lexeme Color()
    {
        var end = Position + 1;
        while (end < _text.Length && IsWordPart(_text[end]))
            end++;
        return Lexeme.OfToken(end == Position + 1 ? TokenKind.Bad : TokenKind.Color, Position, end);
    }

    readonly Lexeme Word()
    {
        var end = Position + 1;
        while (end < _text.Length && IsWordPart(_text[end]) && !IsTimes)
            end++;
        var keyword = Keywords.Find(_text.AsSpan(Position, end - Position));
        return Lexeme.OfToken(TokenKind.Word, Position, end, keyword);
    }

    readonly Lexeme Punctuation()
    {
        var next = At(Position + 1);
        var (kind, length) = Current switch
        {
            '{' => (TokenKind.OpenBrace, 1),
            '}' => (TokenKind.CloseBrace, 1),
            '(' => (TokenKind.OpenParen, 1),
            ')' => (TokenKind.CloseParen, 1),
            ',' => (TokenKind.Comma, 1),
            ':' => (TokenKind.Colon, 1),
            ';' => (TokenKind.Semicolon, 1),
            '+' => (TokenKind.Plus, 1),
            '*' => (TokenKind.Star, 1),
            '/' => (TokenKind.Slash, 1),
            '|' when next != '|' => (TokenKind.Bar, 1),
            '.' => next == '.' ? (TokenKind.DotDot, 2) : (TokenKind.Dot, 1),
            '=' => next == '=' ? (TokenKind.EqualsEquals, 2) : (TokenKind.Equals, 1),
            '!' when next == '=' => (TokenKind.NotEquals, 2),
            '>' => next == '=' ? (TokenKind.GreaterEquals, 2) : (TokenKind.Greater, 1),
            '-' => next == '>' ? (TokenKind.Arrow, 2) : (TokenKind.Minus, 1),
            '<' when next == '-' && At(Position + 2) == '>' => (TokenKind.BothWays, 3),
            '<' => next == '=' ? (TokenKind.LessEquals, 2) : (TokenKind.Less, 1),
            _ => (TokenKind.Bad, BadLength()),
        };
        return Lexeme.OfToken(kind, Position, Position + length);
    }

    /// <summary>A run of one and the same character, or both halves of a character outside the basic plane.</summary>
    readonly int BadLength()
    {
        var c = Current;
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(At(Position + 1)))
            return 2;
        var end = Position + 1;
        while (end < _text.Length && _text[end] == c)
            end++;
        return end - Position;
    }

    readonly int EndOfLine(int from)
    {
        var found = _text.AsSpan(from).IndexOfAny('\n', '\r');
        return found < 0 ? _text.Length : from + found;
    }

    /// <summary>The <c>x</c> of <c>16x16</c>: only a number can stand directly before a word.</summary>
    readonly bool IsTimes => Current is 'x' or 'X' && Position > 0 && IsWordPart(_text[Position - 1]);

    readonly char At(int position) => position < _text.Length ? _text[position] : '\0';

    // A byte order mark is a blank wherever it stands.
    static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\uFEFF' || (c > ' ' && char.IsWhiteSpace(c)) || c is '\v' or '\f';

    internal static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 127 && char.IsLetter(c));

    internal static bool IsWordPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 127 && char.IsLetterOrDigit(c));
}
