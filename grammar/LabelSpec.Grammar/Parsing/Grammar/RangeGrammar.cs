using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Ranges, in expressions and as the limits of members.</summary>
static class RangeGrammar
{
    static readonly Parser<Expression> Sum = Defer(() => ExpressionGrammar.Sum);

    /// <summary>Where there are no dots, the expression itself: <c>x in image.tags</c>.</summary>
    public static readonly Parser<Expression> OfExpressions = Choose(
        (input => input.Is(TokenKind.DotDot), UpTo(Sum)),
        (input => !input.Is(TokenKind.DotDot), FromOrPlain(Sum))
    );

    /// <summary>
    /// A bound of a limit: a number, a constant's name, or any expression in parentheses. Keywords are no names here,
    /// so that an open range does not take the word that begins the next member.
    /// </summary>
    public static readonly Parser<Expression> Bound = Choose(
        (input => input.Is(TokenKind.Number) || input.Is(TokenKind.Minus), Number("a number")),
        (input => input.Is(TokenKind.OpenParen), Defer(() => OperandGrammar.Postfix)),
        (_ => true, PlainName("a number").Select(name => (Expression)new NameExpression(name.Place, name)))
    );

    public static readonly Parser<Expression> RequiredBound = Bound.OrMissing();

    /// <summary><c>8..</c>, <c>..100</c>, <c>0..1</c>, <c>4</c>, <c>at least 8px</c>, <c>at most 100px</c>.</summary>
    public static readonly Parser<RangeExpression> OfBounds = OfBoundsBefore(_ => false);

    /// <summary>As <see cref="OfBounds"/>; a word that belongs to what follows is not taken for the end of an open range.</summary>
    public static Parser<RangeExpression> OfBoundsBefore(Func<TokenInput, bool> follows) =>
        Choose(
            (input => input.Is(TokenKind.DotDot), UpTo(Bound)),
            (input => input.Is(Keyword.At), AtLeastOrMost()),
            (_ => true, FromOrExactly(follows))
        );

    static Parser<RangeExpression> UpTo(Parser<Expression> bound) =>
        (
            from dots in Symbol(TokenKind.DotDot)
            from maximum in bound.OrMissing()
            select Make(at => new RangeExpression(at, null, maximum))
        ).Located();

    static Parser<Expression> FromOrPlain(Parser<Expression> bound) =>
        from minimum in bound
        from end in OpenEnd(bound, _ => false).Optional()
        select end.IsEmpty ? minimum : Build(minimum, end.Get());

    static Parser<RangeExpression> FromOrExactly(Func<TokenInput, bool> follows) =>
        from minimum in Bound.Labelled("a range such as `1..4` or `8..`")
        from end in OpenEnd(Bound, follows).Optional()
        select end.IsEmpty ? new RangeExpression(minimum.Place, minimum, minimum) : Build(minimum, end.Get());

    static Parser<(Token Dots, Expression? Maximum)> OpenEnd(
        Parser<Expression> bound,
        Func<TokenInput, bool> follows
    ) =>
        from dots in Symbol(TokenKind.DotDot)
        from maximum in Choose((follows, Parse.Return<Expression?>(null)), (input => !follows(input), bound.OrNull()))
        select (dots, maximum);

    static Parser<RangeExpression> AtLeastOrMost() =>
        (
            from _ in Word(Keyword.At)
            from isLeast in Word(Keyword.Least).Select(_ => true).Or(Word(Keyword.Most).Select(_ => false))
            from bound in RequiredBound
            select Make(at => isLeast ? new RangeExpression(at, bound, null) : new RangeExpression(at, null, bound))
        ).Located();

    static RangeExpression Build(Expression minimum, (Token Dots, Expression? Maximum) end) =>
        new(new Place(minimum.Segment, minimum.Span.Union(end.Maximum?.Span ?? end.Dots.Span)), minimum, end.Maximum);
}
