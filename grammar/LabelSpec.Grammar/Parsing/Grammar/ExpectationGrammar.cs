using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>What a test expects.</summary>
static class ExpectationGrammar
{
    static readonly Parser<Name> PlaceName = Name("an annotation of the test")
        .OrMissingName("Name an annotation of the test.", "an annotation");

    static readonly Parser<ExpectedPlace> Place = (
        from name in PlaceName
        from frame in UnsignedNumber("the number of the frame").After(Word(Keyword.Frame))
        select Make(at => new ExpectedPlace(at, name, frame))
    ).Located();

    static readonly Parser<IReadOnlyList<ExpectedPlace>?> Places = Place
        .SeparatedBy(TokenKind.Comma)
        .After(Word(Keyword.At));

    static readonly Parser<Member> Nothing = (
        from expect in Word(Keyword.Expect)
        from nothing in Word(Keyword.Nothing)
        from rule in Name("a rule").OrMissingName("Name a rule.", "a rule").After(Word(Keyword.From))
        from places in Places
        select Make(at => new ExpectMember(at, Expectation.Nothing, rule, places ?? []))
    ).Located();

    static readonly Parser<Member> Finding = (
        from expect in Word(Keyword.Expect)
        from rule in Name("a rule").OrMissingName("Name the rule that is violated, or write `nothing`.", "a rule")
        from undecided in Word(Keyword.Undecided).IsPresent()
        from places in Places
        select Make(at => new ExpectMember(
            at,
            undecided ? Expectation.Undecided : Expectation.Violation,
            rule,
            places ?? []
        ))
    ).Located();

    public static readonly Parser<Member> Expect = Choose(
        (input => input.Next().Is(Keyword.Nothing), Nothing),
        (_ => true, Finding)
    );
}
