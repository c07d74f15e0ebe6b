using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>exists v: C where …</c>, <c>no v: C where …</c>, <c>every v: C satisfies …</c>.</summary>
static class QuantifierGrammar
{
    static readonly Parser<Expression> Expression = Defer(() => ExpressionGrammar.Required);

    static readonly Parser<BoundVariable> Variable = Defer(() => BinderGrammar.Variable);

    static readonly Parser<Expression?> Where = Expression.After(Word(Keyword.Where));

    static readonly Parser<Expression> Every = (
        from _ in Word(Keyword.Every)
        from variable in Variable
        from condition in Where
        from word in Word(Keyword.Satisfies)
        from claim in Expression
        select Make(at => new QuantifierExpression(at, Syntax.Quantifier.Every, variable, condition, claim))
    ).Located();

    public static readonly Parser<Expression> Quantifier = Choose(
        (input => input.Is(Keyword.Exists), Existence(Keyword.Exists, Syntax.Quantifier.Exists)),
        (input => input.Is(Keyword.No), Existence(Keyword.No, Syntax.Quantifier.No)),
        (_ => true, Every)
    );

    /// <summary><c>no</c> is a value like any other (<c>helmet == no</c>) unless a variable follows it.</summary>
    public static bool Begins(TokenInput input) =>
        input.Is(Keyword.Exists)
        || input.Is(Keyword.Every)
        || (input.Is(Keyword.No) && BinderGrammar.BeginsVariable(input.Next()));

    static Parser<Expression> Existence(Keyword word, Quantifier meaning) =>
        (
            from _ in Word(word)
            from variable in Variable
            from condition in Where
            select Make(at => new QuantifierExpression(at, meaning, variable, condition, null))
        ).Located();
}
