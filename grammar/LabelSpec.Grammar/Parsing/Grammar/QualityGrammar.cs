using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>quality</c> declarations: how work is matched with ground truth, and what is good enough.</summary>
static class QualityGrammar
{
    static readonly Parser<Criterion> Criterion = (
        from metric in Name("a metric such as `recall`")
        from subject in Subject().OrNull()
        from comparison in ComparisonGrammar.Operator
        from value in Number("a number")
        select Make(at => new Criterion(at, metric, subject?.Item1, subject?.Item2, comparison, value))
    ).Located();

    static readonly Parser<IReadOnlyList<Criterion>> Criteria = Criterion.SeparatedBy(TokenKind.Comma);

    static readonly Parser<Member> Match = (
        from _ in Word(Keyword.Match)
        from criteria in Criteria
        select Make(at => new MatchMember(at, criteria))
    ).Located();

    static readonly Parser<Member> Accept = (
        from _ in Word(Keyword.Accept)
        from criteria in Criteria
        select Make(at => new AcceptMember(at, criteria))
    ).Located();

    static readonly Parser<Member> Agreement = (
        from _ in Word(Keyword.Agreement)
        from criteria in Criteria
        select Make(at => new AgreementMember(at, criteria))
    ).Located();

    static readonly Parser<Member> Honeypots = (
        from _ in Word(Keyword.Honeypots)
        from share in UnsignedNumber("a share such as `5%`")
        select Make(at => new HoneypotsMember(at, share))
    ).Located();

    public static readonly MemberTable Members = new(
        "`quality`",
        WordPosition.QualityMember,
        null,
        (Keyword.Match, Match),
        (Keyword.Accept, Accept),
        (Keyword.Agreement, Agreement),
        (Keyword.Honeypots, Honeypots)
    );

    public static readonly Parser<Declaration> Quality = (
        from _ in Word(Keyword.Quality)
        from body in BlockParser.Required(() => Members)
        select Make(at => new QualityDeclaration(at, body))
    ).Located();

    /// <summary><c>of CLASSES</c> or <c>of CLASSES.ATTRIBUTE</c>.</summary>
    static Parser<Tuple<ClassSet, Name?>> Subject() =>
        from _ in Word(Keyword.Of)
        from classes in Defer(() => BinderGrammar.RequiredClasses)
        from attribute in Name("an attribute").After(Symbol(TokenKind.Dot))
        select Tuple.Create(classes, attribute);
}
