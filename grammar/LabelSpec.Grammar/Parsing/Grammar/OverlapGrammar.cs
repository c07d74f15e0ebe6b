using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>overlap A, B: …</c>.</summary>
static class OverlapGrammar
{
    /// <summary><c>iou</c> or <c>mask</c>; null where neither is written.</summary>
    public static readonly Parser<OverlapMeasure?> Measure =
        from word in Word(Keyword.Iou).Or(Word(Keyword.Mask)).Optional()
        select MeasureOf(word);

    static readonly Parser<(OverlapPolicy Policy, OverlapMeasure? Measure, NumberLiteral? Limit)> Below =
        from _ in Word(Keyword.Below)
        from measure in Measure
        from limit in UnsignedNumber("a share such as `85%`")
        select (OverlapPolicy.Below, measure, (NumberLiteral?)limit);

    static readonly Parser<(OverlapPolicy Policy, OverlapMeasure? Measure, NumberLiteral? Limit)> Policy = Bare(
            Keyword.Allowed,
            OverlapPolicy.Allowed
        )
        .Or(Bare(Keyword.None, OverlapPolicy.None))
        .Or(Below);

    public static readonly Parser<Declaration> Overlap = (
        from _ in Word(Keyword.Overlap)
        from classes in BinderGrammar.RequiredClasses.SeparatedBy(TokenKind.Comma)
        from colon in RequiredSymbol(TokenKind.Colon)
        from measure in Measure
        from policy in Policy
        from reason in Quoted("a reason in quotes").OrNull()
        select Make(at => new OverlapDeclaration(
            at,
            classes,
            policy.Policy,
            measure ?? policy.Measure ?? OverlapMeasure.Iou,
            policy.Limit,
            reason
        ))
    ).Located();

    static Parser<(OverlapPolicy Policy, OverlapMeasure? Measure, NumberLiteral? Limit)> Bare(
        Keyword word,
        OverlapPolicy policy
    ) => from _ in Word(word) from measure in Measure select (policy, measure, (NumberLiteral?)null);

    static OverlapMeasure? MeasureOf(IOption<Token> word) =>
        word.IsEmpty ? null
        : word.Get().Keyword == Keyword.Mask ? OverlapMeasure.Mask
        : OverlapMeasure.Iou;
}
