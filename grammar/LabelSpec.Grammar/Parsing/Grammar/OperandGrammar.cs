using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>What operators stand between: literals, names, members, parentheses, conditions; calls are in <see cref="CallGrammar"/>.</summary>
static class OperandGrammar
{
    static readonly Parser<Expression> Expression = Defer(() => ExpressionGrammar.Required);

    public static readonly Parser<Token> CloseParen = Symbol(TokenKind.CloseParen)
        .OrMissing(_ => default, Reports.MissingCloseParen);

    /// <summary><c>(a)</c>, or with commas a set of values.</summary>
    static readonly Parser<Expression> Parenthesized = (
        from open in Symbol(TokenKind.OpenParen)
        from items in Expression.SeparatedBy(TokenKind.Comma)
        from close in CloseParen
        select Make(at =>
            items is [var only] ? new ParenthesizedExpression(at, only) : (Expression)new SetExpression(at, items)
        )
    ).Located();

    static readonly Parser<Expression> Conditional = (
        from _ in Word(Keyword.If)
        from condition in Expression
        from then in Word(Keyword.Then)
        from whenTrue in Expression
        from @else in Word(Keyword.Else)
        from whenFalse in Expression
        select Make(at => new ConditionalExpression(at, condition, whenTrue, whenFalse))
    ).Located();

    static readonly Parser<Expression> Boolean = Word(Keyword.True)
        .Or(Word(Keyword.False))
        .Select(token => Make(at => new BooleanLiteral(at, token.Keyword == Keyword.True)))
        .Located();

    /// <summary>A bare name, as <c>a</c>, <c>image</c> or <c>off</c>.</summary>
    static readonly Parser<Expression> BareNameExpression = BareName("a name")
        .Select(name => (Expression)new NameExpression(name.Place, name));

    static readonly Parser<Expression> Primary = Choose<Expression>(
        (input => input.Is(TokenKind.Number), UnsignedNumber("a number")),
        (input => input.Is(TokenKind.String) || input.Is(TokenKind.BlockString), Quoted("a text")),
        (input => input.Is(TokenKind.OpenParen), Parenthesized),
        (input => input.Is(Keyword.True) || input.Is(Keyword.False), Boolean),
        (input => input.Is(Keyword.If), Conditional),
        (QuantifierGrammar.Begins, Defer(() => QuantifierGrammar.Quantifier)),
        (CallGrammar.Begins, Defer(() => CallGrammar.Call)),
        (_ => true, BareNameExpression)
    );

    /// <summary>An operand with its members: <c>p.nose.x</c>. A missing member keeps what stands before the dot.</summary>
    public static readonly Parser<Expression> Postfix =
        from target in Primary
        from members in (
            from dot in Symbol(TokenKind.Dot).Labelled(ExpressionGrammar.OperatorLabel)
            from name in Name("a member's name").OrMissingName("Say which member is meant, as in `a.width`.")
            select name
        ).Many()
        select members.Aggregate(target, Member);

    /// <summary>An operand with any number of minus signs.</summary>
    public static readonly Parser<Expression> Signed = Choose(
        (
            input => input.Is(TokenKind.Minus),
            from signs in Symbol(TokenKind.Minus).AtLeastOnce()
            from operand in Postfix.Labelled(ExpressionGrammar.Label).OrMissing()
            select signs.Reverse().Aggregate(operand, Negate)
        ),
        (input => !input.Is(TokenKind.Minus), Postfix)
    );

    static Expression Member(Expression target, Name name) =>
        new MemberExpression(new Place(target.Segment, target.Span.Union(name.Span)), target, name);

    static Expression Negate(Expression operand, Token minus) =>
        operand is NumberLiteral { Value: >= 0 } number && minus.End <= number.Span.Start
            ? Terminals.Negate(minus, number)
            : new UnaryExpression(
                new Place(operand.Segment, minus.Span.Union(operand.Span)),
                UnaryOperator.Minus,
                operand
            );
}
