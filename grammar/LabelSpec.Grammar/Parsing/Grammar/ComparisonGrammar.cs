using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Comparisons and their chains, <c>in</c>, <c>is</c> and <c>matches</c>.</summary>
static class ComparisonGrammar
{
    static readonly Parser<Expression> Operand = Defer(() => ExpressionGrammar.Sum);

    static readonly Parser<Expression> RequiredOperand = Operand.OrMissing();

    public static readonly Parser<ComparisonOperator> Operator = OneOf(
        (TokenKind.EqualsEquals, ComparisonOperator.Equal),
        (TokenKind.NotEquals, ComparisonOperator.NotEqual),
        (TokenKind.Less, ComparisonOperator.Less),
        (TokenKind.LessEquals, ComparisonOperator.LessOrEqual),
        (TokenKind.Greater, ComparisonOperator.Greater),
        (TokenKind.GreaterEquals, ComparisonOperator.GreaterOrEqual)
    );

    /// <summary><c>(a, b)</c>, a range, or an expression that is a set.</summary>
    static readonly Parser<Expression> Collection = Choose(
        (input => input.Is(TokenKind.OpenParen), Defer(() => Set!)),
        (input => !input.Is(TokenKind.OpenParen), Defer(() => RangeGrammar.OfExpressions))
    );

    static readonly Parser<Expression> RequiredCollection = Collection.OrMissing();

    static readonly Parser<Func<Place, Expression, Expression>> Membership =
        from negated in Word(Keyword.Not).IsPresent()
        from tail in InTail(negated).Or(MatchesTail(negated))
        select tail;

    static readonly Parser<Func<Place, Expression, Expression>> Identity =
        from _ in Word(Keyword.Is)
        from negated in Word(Keyword.Not).IsPresent()
        from tail in PresenceTail(Keyword.Missing, Presence.Missing, negated)
            .Or(PresenceTail(Keyword.Set, Presence.Set, negated))
            .Or(ClassTail(negated))
        select tail;

    static readonly Parser<Func<Place, Expression, Expression>> Chain =
        from links in (
            from o in Operator
            from right in RequiredOperand
            select (Operator: o, Right: right)
        ).AtLeastOnce()
        select Tail(
            (at, first) =>
                new ComparisonExpression(at, [first, .. links.Select(l => l.Right)], [.. links.Select(l => l.Operator)])
        );

    public static readonly Parser<Expression> Comparison = i =>
    {
        var operand = Operand(i);
        if (!operand.WasSuccessful)
            return operand;
        var tail = AnyTail!(operand.Remainder);
        return tail.WasSuccessful
                ? Result.Success(tail.Value(PlaceFrom(i, tail.Remainder), operand.Value), tail.Remainder)
            // A tail that has begun and then fails is a mistake; one that has not begun is no tail.
            : tail.Remainder.Position > operand.Remainder.Position
                ? Result.Failure<Expression>(tail.Remainder, tail.Message, [])
            : operand;
    };

    static readonly Parser<Func<Place, Expression, Expression>> AnyTail = Choose(
        (input => input.Is(Keyword.Is), Identity),
        (input => input.Is(Keyword.Not) || input.Is(Keyword.In) || input.Is(Keyword.Matches), Membership),
        (_ => true, Chain)
    );

    static Parser<Func<Place, Expression, Expression>> InTail(bool negated) =>
        from _ in Word(Keyword.In)
        from collection in RequiredCollection
        select Tail((at, value) => new InExpression(at, negated, value, collection));

    static Parser<Func<Place, Expression, Expression>> MatchesTail(bool negated) =>
        from _ in Word(Keyword.Matches)
        from pattern in RequiredOperand
        select Tail((at, value) => new MatchesExpression(at, negated, value, pattern));

    static Parser<Func<Place, Expression, Expression>> PresenceTail(Keyword word, Presence presence, bool negated) =>
        from _ in Word(word)
        select Tail((at, value) => new IsExpression(at, negated, presence, value));

    static Parser<Func<Place, Expression, Expression>> ClassTail(bool negated) =>
        from classes in Defer(() => BinderGrammar.RequiredClasses)
        select Tail((at, value) => new IsClassExpression(at, negated, value, classes));

    static Func<Place, Expression, Expression> Tail(Func<Place, Expression, Expression> build) => build;

    public static readonly Parser<Expression> Set = (
        from open in Symbol(TokenKind.OpenParen)
        from items in Defer(() => ExpressionGrammar.Required).SeparatedBy(TokenKind.Comma)
        from close in Defer(() => OperandGrammar.CloseParen)
        select Make(at => new SetExpression(at, items))
    ).Located();

    static Parser<ComparisonOperator> OneOf(params (TokenKind Kind, ComparisonOperator Meaning)[] operators) =>
        operators
            .Select(o => Symbol(o.Kind).Select(_ => o.Meaning))
            .Aggregate((first, second) => first.Or(second))
            .Labelled(ExpressionGrammar.OperatorLabel);
}
