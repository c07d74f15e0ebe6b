using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The parsers for single tokens. Each says what it expects in words that an author understands.</summary>
static class Terminals
{
    /// <summary>Words that cannot be bare names where an expression or a class may stand; in backticks they can.</summary>
    static readonly HashSet<Keyword> ReservedInExpressions =
    [
        Keyword.And,
        Keyword.Or,
        Keyword.Not,
        Keyword.Iff,
        Keyword.Implies,
        Keyword.Matches,
        Keyword.Is,
        Keyword.In,
        Keyword.If,
        Keyword.Then,
        Keyword.Else,
        Keyword.Exists,
        Keyword.Every,
        Keyword.Satisfies,
        Keyword.Where,
        Keyword.For,
        Keyword.Require,
        Keyword.Forbid,
        Keyword.Unless,
        Keyword.Message,
        Keyword.Fix,
        Keyword.True,
        Keyword.False,
    ];

    public static bool IsReserved(Keyword keyword) => ReservedInExpressions.Contains(keyword);

    public static Parser<Token> Word(Keyword keyword) =>
        Symbol(TokenInput.CharOf(keyword), $"`{Keywords.TextOf(keyword)}`");

    public static Parser<Token> Symbol(TokenKind kind) => Symbol(TokenInput.CharOf(kind), SyntaxFacts.Describe(kind));

    /// <summary>Any word or a name in backticks; keywords are names here.</summary>
    public static Parser<Name> Name(string what) => NameWhere(what, _ => true);

    /// <summary>A name where an expression could go on: words that glue expressions together are no names here.</summary>
    public static Parser<Name> BareName(string what) => NameWhere(what, keyword => !IsReserved(keyword));

    /// <summary>A name that is no keyword anywhere.</summary>
    public static Parser<Name> PlainName(string what) => NameWhere(what, keyword => keyword == Keyword.NoKeyword);

    public static Parser<StringLiteral> Quoted(string what) =>
        Token(
            what,
            input => input.Token.Kind is TokenKind.String or TokenKind.BlockString,
            input => new StringLiteral(PlaceOf(input), StringText.Unescape(input.TokenText, input.Token.Kind))
        );

    /// <summary>A number, with a sign if it has one.</summary>
    public static Parser<NumberLiteral> Number(string what) =>
        from minus in SignOf(what).Optional()
        from number in UnsignedNumber(what)
        select minus.IsEmpty ? number : Negate(minus.Get(), number);

    public static Parser<NumberLiteral> UnsignedNumber(string what) =>
        Token(
            what,
            input => input.Token.Kind == TokenKind.Number,
            input =>
            {
                var (value, unit) = NumberText.Read(input.TokenText);
                return new NumberLiteral(PlaceOf(input), value, unit);
            }
        );

    public static Parser<ColorLiteral> Color { get; } =
        Token(
            "a colour such as `#e4572e`",
            input => input.Token.Kind == TokenKind.Color,
            input => new ColorLiteral(PlaceOf(input), ColorText.Read(input.TokenText) ?? 0)
        );

    /// <summary>A name, a string or a whole number where a value is named.</summary>
    public static Parser<Name> Label(string what) =>
        Token(
            what,
            input =>
                input.Token.Kind
                    is TokenKind.Word
                        or TokenKind.QuotedName
                        or TokenKind.String
                        or TokenKind.BlockString
                        or TokenKind.Number
                && !input.State.BeginsNextMember(input.Position),
            input => new Name(PlaceOf(input), LabelText(input))
        );

    public static NumberLiteral Negate(Token minus, NumberLiteral number) =>
        new(new Place(number.Segment, minus.Span.Union(number.Span)), -number.Value, number.Unit);

    public static Place PlaceOf(TokenInput input) => new(input.State.Segment, input.Token.Span);

    public static Parser<T> Token<T>(string what, Func<TokenInput, bool> accepts, Func<TokenInput, T> build) =>
        i =>
        {
            var input = (TokenInput)i;
            return accepts(input) ? Result.Success(build(input), input.Next()) : Fail<T>(input, what);
        };

    public static IResult<T> Fail<T>(TokenInput input, string what)
    {
        input.State.Expect(input.Position, what);
        return Result.Failure<T>(input, what, []);
    }

    static Parser<Token> Symbol(char symbol, string what) =>
        i =>
            i.Current == symbol ? Result.Success(((TokenInput)i).Token, i.Advance()) : Fail<Token>((TokenInput)i, what);

    static Parser<Token> SignOf(string what) =>
        i =>
            i.Current == TokenInput.CharOf(TokenKind.Minus)
                ? Result.Success(((TokenInput)i).Token, i.Advance())
                : Fail<Token>((TokenInput)i, what);

    static Parser<Name> NameWhere(string what, Func<Keyword, bool> accepts) =>
        Token(
            what,
            input =>
                input.Token.Kind == TokenKind.QuotedName
                || (
                    input.Token.Kind == TokenKind.Word
                    && accepts(input.Token.Keyword)
                    && !input.State.BeginsNextMember(input.Position)
                ),
            input => new Name(PlaceOf(input), NameText(input))
        );

    static string NameText(TokenInput input) =>
        input.Token.Kind == TokenKind.QuotedName ? input.TokenText.Trim('`').ToString() : input.TokenText.ToString();

    static string LabelText(TokenInput input) =>
        input.Token.Kind is TokenKind.String or TokenKind.BlockString
            ? StringText.Unescape(input.TokenText, input.Token.Kind)
            : NameText(input);
}
