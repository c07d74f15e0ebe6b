using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>What rules and quantifiers range over: sets of classes, variables, binders.</summary>
static class BinderGrammar
{
    const string HowToNameClasses = "Name a class, several as in `car | truck`, or `any`.";

    static readonly Parser<Name> ClassName = BareName("a class");

    static readonly Parser<Name> RequiredClassName = ClassName.OrMissingName(HowToNameClasses);

    static readonly Parser<IReadOnlyList<Name>> MoreClassNames = (
        from _ in Symbol(TokenKind.Bar)
        from name in RequiredClassName
        select name
    ).ListOf();

    /// <summary><c>car</c>, <c>car | truck</c>, <c>vehicle except bus</c>, <c>any</c>.</summary>
    public static readonly Parser<ClassSet> Classes = (
        from any in Possible(Keyword.Any)
        from first in ClassName
        from rest in MoreClassNames
        from except in (
            from _ in Word(Keyword.Except)
            from one in RequiredClassName
            from others in MoreClassNames
            select (IReadOnlyList<Name>)[one, .. others]
        ).OrNull()
        select Make(at => BuildSet(at, [first, .. rest], except ?? []))
    ).Located();

    public static readonly Parser<ClassSet> RequiredClasses = Classes.OrMissing(
        place => new ClassSet(place, false, [new Name(place, "")], []),
        Reports.MissingName("a class", HowToNameClasses)
    );

    static readonly Parser<Name> VariableName = BareName("a new variable")
        .OrMissingName("Give a variable, as in `a: car`.");

    /// <summary><c>v: CLASSES</c>, <c>v: CLASSES in EXPR</c>, <c>v in EXPR</c>.</summary>
    public static readonly Parser<BoundVariable> Variable = (
        from name in VariableName
        from elsewhere in Possible(Keyword.In)
        from classes in Choose(
            (input => input.Is(Keyword.In), Parse.Return<ClassSet?>(null)),
            (input => !input.Is(Keyword.In), Typed())
        )
        from domain in Defer(() => OperandGrammar.Postfix)
            .Labelled(ExpressionGrammar.Label)
            .OrMissing()
            .After(Word(Keyword.In))
        select Make(at => new BoundVariable(at, name, classes, domain))
    ).Located();

    static readonly Parser<BoundVariable> TypedVariable = (
        from name in VariableName
        from classes in Typed()
        select Make(at => new BoundVariable(at, name, classes, null))
    ).Located();

    static readonly Parser<Binder> Annotations = TypedVariable
        .SeparatedBy(TokenKind.Comma)
        .Select(variables => Make(at => new AnnotationsBinder(at, variables)))
        .Located();

    static readonly Parser<Binder> Pair = (
        from _ in Word(Keyword.Pair)
        from first in VariableName
        from comma in Symbol(TokenKind.Comma)
        from second in VariableName
        from classes in Typed()
        select Make(at => new PairBinder(at, first, second, classes))
    ).Located();

    static readonly Parser<Binder> Step = (
        from _ in Word(Keyword.Step)
        from first in VariableName
        from arrow in Symbol(TokenKind.Arrow)
        from second in VariableName
        from classes in Typed()
        select Make(at => new StepBinder(at, first, second, classes))
    ).Located();

    static readonly Parser<Binder> Track = (
        from _ in Word(Keyword.Track)
        from variable in VariableName
        from classes in Typed()
        select Make(at => new TrackBinder(at, variable, classes))
    ).Located();

    static readonly Parser<Binder> Group = (
        from _ in Word(Keyword.Group)
        from variable in VariableName
        from classes in RequiredClasses.After(Symbol(TokenKind.Colon))
        select Make(at => new GroupBinder(at, variable, classes))
    ).Located();

    static readonly Parser<Binder> Image = Word(Keyword.Image).Select(_ => Make(at => new ImageBinder(at))).Located();

    static readonly Parser<Binder> Dataset = Word(Keyword.Dataset)
        .Select(_ => Make(at => new DatasetBinder(at)))
        .Located();

    /// <summary>What a rule ranges over. The words are variables where a colon follows them: <c>pair: car</c>.</summary>
    public static readonly Parser<Binder> Binder = Choose(
        (Announces(Keyword.Pair), Pair),
        (Announces(Keyword.Step), Step),
        (Announces(Keyword.Track), Track),
        (Announces(Keyword.Group), Group),
        (Announces(Keyword.Image), Image),
        (Announces(Keyword.Dataset), Dataset),
        (_ => true, Annotations)
    );

    public static bool BeginsVariable(TokenInput input) =>
        (input.Is(TokenKind.Word) || input.Is(TokenKind.QuotedName))
        && (input.Next().Is(TokenKind.Colon) || input.Next().Is(Keyword.In));

    static Func<TokenInput, bool> Announces(Keyword word) =>
        input => input.Is(word) && !input.Next().Is(TokenKind.Colon);

    static Parser<ClassSet> Typed() =>
        from colon in RequiredSymbol(TokenKind.Colon)
        from classes in RequiredClasses
        select classes;

    static ClassSet BuildSet(Place at, IReadOnlyList<Name> included, IReadOnlyList<Name> except) =>
        included is [{ Value: "any" } any] && any.Span.Length == 3
            ? new ClassSet(at, true, [], except)
            : new ClassSet(at, false, included, except);
}
