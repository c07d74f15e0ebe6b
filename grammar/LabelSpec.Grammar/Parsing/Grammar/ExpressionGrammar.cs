using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// Expressions, from the loosest to the tightest: <c>iff</c>, <c>implies</c>, <c>or</c>, <c>and</c>, <c>not</c>,
/// comparisons with <c>in</c>, <c>is</c> and <c>matches</c>, sums, products, and what <see cref="OperandGrammar"/> holds.
/// </summary>
static class ExpressionGrammar
{
    public const string Label = "an expression";

    /// <summary>How everything is called with which an expression can go on.</summary>
    public const string OperatorLabel = "an operator";

    /// <summary>Any expression.</summary>
    public static readonly Parser<Expression> Expression = Nested(() => Equivalence!).Labelled(Label);

    /// <summary>An expression that must be there: while it is being typed, a <see cref="MissingExpression"/> stands for it.</summary>
    public static readonly Parser<Expression> Required = Expression.OrMissing();

    static readonly Parser<Expression> Product = Defer(() => OperandGrammar.Signed)
        .Labelled(Label)
        .LeftChain(Operator((TokenKind.Star, BinaryOperator.Multiply), (TokenKind.Slash, BinaryOperator.Divide)));

    /// <summary>Sums and whatever binds tighter: what may stand beside a comparison.</summary>
    public static readonly Parser<Expression> Sum = Product
        .LeftChain(Operator((TokenKind.Plus, BinaryOperator.Add), (TokenKind.Minus, BinaryOperator.Subtract)))
        .Labelled(Label);

    static readonly Parser<Expression> Comparison = Defer(() => ComparisonGrammar.Comparison);

    static readonly Parser<Expression> Negation = Choose(
        (
            input => input.Is(Keyword.Not),
            from nots in Word(Keyword.Not).AtLeastOnce()
            from operand in Comparison.OrMissing()
            select nots.Reverse().Aggregate(operand, (inner, not) => Negate(not, inner))
        ),
        (input => !input.Is(Keyword.Not), Comparison)
    );

    static readonly Parser<Expression> Conjunction = Negation.FlatChain(Keyword.And, LogicalOperator.And);

    static readonly Parser<Expression> Disjunction = Conjunction.FlatChain(Keyword.Or, LogicalOperator.Or);

    static readonly Parser<Expression> Implication =
        from first in Disjunction
        from rest in (
            from _ in Word(Keyword.Implies).Labelled(OperatorLabel)
            from next in Disjunction.OrMissing()
            select next
        ).Many()
        select FoldRight([first, .. rest]);

    static readonly Parser<Expression> Equivalence = Implication.LeftChain(
        Word(Keyword.Iff).Select(_ => BinaryOperator.Iff).Labelled(OperatorLabel)
    );

    public static Parser<Expression> OrMissing(this Parser<Expression> parser) =>
        parser.OrMissing(place => new MissingExpression(place), Reports.MissingExpression);

    static Parser<BinaryOperator> Operator(params (TokenKind Kind, BinaryOperator Meaning)[] operators) =>
        operators
            .Select(o => Symbol(o.Kind).Select(_ => o.Meaning))
            .Aggregate((first, second) => first.Or(second))
            .Labelled(OperatorLabel);

    static Parser<Expression> LeftChain(this Parser<Expression> operand, Parser<BinaryOperator> @operator) =>
        from first in operand
        from rest in (from o in @operator from right in operand.OrMissing() select (Operator: o, Right: right)).Many()
        select rest.Aggregate(first, (left, next) => Join(left, next.Operator, next.Right));

    static Parser<Expression> FlatChain(this Parser<Expression> operand, Keyword word, LogicalOperator @operator) =>
        from first in operand
        from rest in (from _ in Word(word).Labelled(OperatorLabel) from next in operand.OrMissing() select next).Many()
        select Flatten(first, rest, @operator);

    static Expression Flatten(Expression first, IEnumerable<Expression> rest, LogicalOperator @operator)
    {
        Expression[] operands = [first, .. rest];
        return operands.Length == 1 ? first : new LogicalExpression(Around(first, operands[^1]), @operator, operands);
    }

    /// <summary><c>a implies b implies c</c> means <c>a implies (b implies c)</c>.</summary>
    static Expression FoldRight(Expression[] operands)
    {
        var result = operands[^1];
        for (var i = operands.Length - 2; i >= 0; i--)
            result = Join(operands[i], BinaryOperator.Implies, result);
        return result;
    }

    static BinaryExpression Join(Expression left, BinaryOperator @operator, Expression right) =>
        new(Around(left, right), left, @operator, right);

    static UnaryExpression Negate(Token not, Expression operand) =>
        new(new Place(operand.Segment, not.Span.Union(operand.Span)), UnaryOperator.Not, operand);

    static Place Around(SyntaxNode first, SyntaxNode last) => new(first.Segment, first.Span.Union(last.Span));
}
