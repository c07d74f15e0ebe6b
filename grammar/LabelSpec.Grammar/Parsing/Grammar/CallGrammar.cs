using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Calls, and the aggregates that look like them: <c>count(v: C where …)</c>, <c>max(v.width for v: C)</c>.</summary>
static class CallGrammar
{
    static readonly Parser<Expression> Expression = Defer(() => ExpressionGrammar.Required);

    static readonly Parser<BoundVariable> Variable = Defer(() => BinderGrammar.Variable);

    static readonly Parser<Expression?> Where = Expression.After(Word(Keyword.Where));

    /// <summary><c>car | truck</c> as an argument; everything else is an expression.</summary>
    static readonly Parser<Expression> Argument = Choose(
        (IsClassSet, Defer(() => BinderGrammar.Classes).Select(c => (Expression)new ClassSetExpression(c.Place, c))),
        (input => !IsClassSet(input), Expression)
    );

    static readonly Parser<IReadOnlyList<Expression>> Arguments =
        from first in Argument
        from rest in (from _ in Symbol(TokenKind.Comma) from next in Argument select next).Many()
        select (IReadOnlyList<Expression>)[first, .. rest];

    static readonly Parser<Expression> Count = (
        from name in Word(Keyword.Count)
        from open in Symbol(TokenKind.OpenParen)
        from variable in Variable
        from condition in Where
        from close in Defer(() => OperandGrammar.CloseParen)
        select Make(at => new AggregateExpression(at, Aggregate.Count, null, variable, condition))
    ).Located();

    static readonly Parser<Expression> Call_ = (
        from name in BareName("a function's name")
        from open in Symbol(TokenKind.OpenParen)
        from arguments in Choose(
            (input => input.Is(TokenKind.CloseParen), Parse.Return<IReadOnlyList<Expression>>([])),
            (input => !input.Is(TokenKind.CloseParen), Arguments)
        )
        from range in RangeOf(name, arguments)
        from close in Defer(() => OperandGrammar.CloseParen)
        select Make(at => BuildCall(at, name, arguments, range))
    ).Located();

    public static readonly Parser<Expression> Call = Choose((IsCount, Count), (input => !IsCount(input), Call_));

    public static bool Begins(TokenInput input) => IsName(input) && input.Next().Is(TokenKind.OpenParen);

    static bool IsName(TokenInput input) =>
        input.Is(TokenKind.QuotedName) || (input.Is(TokenKind.Word) && !IsReserved(input.Token.Keyword));

    static bool IsCount(TokenInput input) => input.Is(Keyword.Count) && BinderGrammar.BeginsVariable(input.Ahead(2));

    static bool IsClassSet(TokenInput input) =>
        IsName(input)
        && (
            input.Next().Is(TokenKind.Bar)
            || input.Next().Is(Keyword.Except)
            || (input.Is(Keyword.Any) && input.Next().IsAsked())
        );

    /// <summary><c>for v: C where …</c> behind the one argument of an aggregate.</summary>
    static Parser<(BoundVariable Variable, Expression? Where)?> RangeOf(
        Name name,
        IReadOnlyList<Expression> arguments
    ) =>
        i =>
        {
            var input = (TokenInput)i;
            if (arguments.Count != 1 || AggregateOf(name) is null)
                return Result.Success<(BoundVariable, Expression?)?>(null, i);
            Possible(Keyword.For)(i);
            return input.Is(Keyword.For) ? Range(i) : Result.Success<(BoundVariable, Expression?)?>(null, i);
        };

    static readonly Parser<(BoundVariable Variable, Expression? Where)?> Range =
        from _ in Word(Keyword.For)
        from variable in Variable
        from condition in Where
        select ((BoundVariable, Expression?)?)(variable, condition);

    static Expression BuildCall(
        Place at,
        Name name,
        IReadOnlyList<Expression> arguments,
        (BoundVariable Variable, Expression? Where)? range
    ) =>
        range is { } found
            ? new AggregateExpression(at, AggregateOf(name)!.Value, arguments[0], found.Variable, found.Where)
            : new CallExpression(at, name, arguments);

    static Aggregate? AggregateOf(Name name) =>
        name.Value switch
        {
            "sum" => Aggregate.Sum,
            "min" => Aggregate.Minimum,
            "max" => Aggregate.Maximum,
            "avg" => Aggregate.Average,
            _ => null,
        };
}
