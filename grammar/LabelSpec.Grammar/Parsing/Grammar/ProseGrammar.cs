using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Members that speak to people and that several kinds of blocks have in common.</summary>
static class ProseGrammar
{
    public const string ReplacementLabel = "what to use instead";

    static readonly Parser<IReadOnlyList<StringLiteral>> Texts = Quoted("a text in quotes")
        .SeparatedBy(TokenKind.Comma);

    static readonly Parser<StringLiteral?> SinceVersion = Quoted("a version in quotes").After(Word(Keyword.Since));

    static readonly Parser<Name?> UseName = Name(ReplacementLabel)
        .OrMissingName("Name a class or a value.", ReplacementLabel)
        .After(Word(Keyword.Use));

    public static readonly Parser<Member> Prose = Quoted("a text in quotes")
        .Select(text => (Member)new ProseMember(text.Place, text));

    public static readonly Parser<Member> Since = (
        from _ in Word(Keyword.Since)
        from version in Quoted("a version in quotes")
        select Make(at => new SinceMember(at, version))
    ).Located();

    public static readonly Parser<Member> Alias = (
        from _ in Word(Keyword.Alias)
        from names in Texts
        select Make(at => new AliasMember(at, names))
    ).Located();

    public static readonly Parser<Member> Replaces = (
        from _ in Word(Keyword.Replaces)
        from names in Texts
        from since in SinceVersion
        select Make(at => new ReplacesMember(at, names, since))
    ).Located();

    public static readonly Parser<Member> Deprecated = (
        from _ in Word(Keyword.Deprecated)
        from reason in Quoted("a reason in quotes").OrNull()
        from use in UseName
        select Make(at => new DeprecatedMember(at, reason, use))
    ).Located();

    public static readonly Parser<Member> Include = (
        from _ in Word(Keyword.Include)
        from texts in Texts
        select Make(at => new IncludeMember(at, texts))
    ).Located();

    public static readonly Parser<Member> Exclude = (
        from _ in Word(Keyword.Exclude)
        from texts in Texts
        from use in UseName
        select Make(at => new ExcludeMember(at, texts, use))
    ).Located();

    public static readonly Parser<Member> Example = ExampleOf(Keyword.Example, isCounterexample: false);

    public static readonly Parser<Member> Counterexample = ExampleOf(Keyword.Counterexample, isCounterexample: true);

    public static readonly Parser<Member> Ask = (
        from _ in Word(Keyword.Ask)
        from question in Quoted("a question in quotes")
        from about in Defer(() => BinderGrammar.RequiredClasses).After(Word(Keyword.About))
        from condition in Defer(() => ExpressionGrammar.Required).After(Word(Keyword.When))
        from sample in UnsignedNumber("a share such as `2%`").After(Word(Keyword.Sample))
        select Make(at => new AskMember(at, question, about, condition, sample))
    ).Located();

    static Parser<Member> ExampleOf(Keyword word, bool isCounterexample) =>
        (
            from _ in Word(word)
            from path in Quoted("the path of a picture in quotes")
            from shapes in Defer(() => GeometryGrammar.Geometry).ListOf()
            from attributes in BlockParser.OptionalInMember(() => SceneGrammar.Assignments)
            from text in Quoted("a text in quotes").OrNull()
            from use in UseName
            select Make(at => new ExampleMember(at, isCounterexample, path, shapes, attributes, text, use))
        ).Located();
}
