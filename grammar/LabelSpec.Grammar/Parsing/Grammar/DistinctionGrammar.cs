using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>distinguish A from B { … }</c>.</summary>
static class DistinctionGrammar
{
    static readonly Parser<Name> ClassName = Name("a class").OrMissingName("Name a class.", "a class");

    static readonly Parser<Member> Choose_ = (
        from _ in Word(Keyword.Choose)
        from name in ClassName
        from when in Word(Keyword.When)
        from condition in Defer(() => ExpressionGrammar.Required)
        select Make(at => SplitProse(at, name, condition))
    ).Located();

    static readonly Parser<Member> Otherwise = (
        from _ in Word(Keyword.Otherwise)
        from name in ClassName
        select Make(at => new OtherwiseMember(at, name))
    ).Located();

    static readonly Parser<Member> NeverBoth = (
        from never in Word(Keyword.Never)
        from both in Word(Keyword.Both)
        from above in Word(Keyword.Above)
        from measure in OverlapGrammar.Measure
        from limit in UnsignedNumber("a share such as `80%`")
        select Make(at => new NeverBothMember(at, measure ?? OverlapMeasure.Iou, limit))
    ).Located();

    public static readonly MemberTable Members = new(
        "a distinction",
        WordPosition.DistinctionMember,
        ProseGrammar.Prose,
        (Keyword.Choose, Choose_),
        (Keyword.Otherwise, Otherwise),
        (Keyword.Never, NeverBoth),
        (Keyword.Include, ProseGrammar.Include),
        (Keyword.Example, ProseGrammar.Example),
        (Keyword.Counterexample, ProseGrammar.Counterexample),
        (Keyword.Ask, ProseGrammar.Ask)
    );

    public static readonly Parser<Declaration> Distinguish = (
        from _ in Word(Keyword.Distinguish)
        from first in ClassName
        from word in Word(Keyword.From)
        from others in ClassName.SeparatedBy(TokenKind.Comma)
        from body in BlockParser.Required(() => Members)
        select Make(at => new DistinguishDeclaration(at, first, others, body))
    ).Located();

    /// <summary>A text in place of the condition, or behind its last <c>or</c>, is prose for people.</summary>
    static ChooseMember SplitProse(Place at, Name name, Expression condition)
    {
        if (condition is StringLiteral only)
            return new ChooseMember(at, name, null, only);
        if (
            condition is not LogicalExpression { Operator: LogicalOperator.Or } any
            || any.Operands[^1] is not StringLiteral last
        )
            return new ChooseMember(at, name, condition, null);
        Expression[] left = [.. any.Operands.SkipLast(1)];
        var place = new Place(at.Segment, left[0].Span.Union(left[^1].Span));
        var decidable = left.Length == 1 ? left[0] : new LogicalExpression(place, LogicalOperator.Or, left);
        return new ChooseMember(at, name, decidable, last);
    }
}
