using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The members of a class that keep a quantity in a range.</summary>
static class LimitGrammar
{
    public static readonly Keyword[] Quantities =
    [
        Keyword.Area,
        Keyword.Aspect,
        Keyword.Width,
        Keyword.Height,
        Keyword.Side,
        Keyword.Perimeter,
        Keyword.Angle,
        Keyword.Holes,
        Keyword.Components,
        Keyword.Count,
        Keyword.Points,
    ];

    static readonly Parser<RangeExpression> Range = Defer(() => RangeGrammar.OfBounds);

    static readonly Parser<Expression> Length = Defer(() => RangeGrammar.RequiredBound);

    /// <summary>How the <c>x</c> between two lengths is called.</summary>
    public const string TimesSign = "`x`";

    /// <summary>The <c>x</c> between two lengths.</summary>
    public static Parser<Token> Times { get; } =
        Token(TimesSign, input => input.Is(TokenKind.Word) && input.TokenText is "x" or "X", input => input.Token);

    static readonly Parser<IReadOnlyList<ConditionClause>> Conditions = Clause(Keyword.When, isUnless: false)
        .Or(Clause(Keyword.Unless, isUnless: true))
        .ListOf();

    static readonly Parser<NumberLiteral?> ReferenceWidth = (
        from _ in Word(Keyword.At)
        from width in UnsignedNumber("a width such as `640px`")
        from wide in Word(Keyword.Wide)
        select width
    ).OrNull();

    static readonly Parser<CountScope?> Scope =
        from scope in (
            from _ in Word(Keyword.Per)
            from word in Word(Keyword.Image).Or(Word(Keyword.Track)).Or(Word(Keyword.Dataset))
            select word.Keyword
        ).Optional()
        select ScopeOf(scope);

    public static readonly Parser<Member> Part = (
        from _ in Word(Keyword.Part)
        from classes in Defer(() => BinderGrammar.RequiredClasses)
        from range in Choose(
            (BeginsRange, Range.Select(r => (RangeExpression?)r)),
            (input => !BeginsRange(input), Parse.Return<RangeExpression?>(null))
        )
        from inside in UnsignedNumber("a share such as `95%`").After(Word(Keyword.Inside))
        from conditions in Conditions
        select Make(at => new PartMember(at, classes, range, inside, conditions))
    ).Located();

    public static readonly Parser<Member> Size = (
        from _ in Word(Keyword.Size)
        from at in Word(Keyword.At)
        from bound in Word(Keyword.Least)
            .Select(_ => SizeBound.AtLeast)
            .Or(Word(Keyword.Most).Select(_ => SizeBound.AtMost))
        from width in Length
        from height in Length.After(Times)
        from reference in ReferenceWidth
        from conditions in Conditions
        select Make(place => new SizeMember(place, bound, width, height, reference, conditions))
    ).Located();

    public static readonly Parser<Member> Limit = (
        from quantity in Name("a quantity")
        from range in Range
        from scope in Scope
        from reference in ReferenceWidth
        from conditions in Conditions
        select Make(at => new LimitMember(at, quantity, range, scope, reference, conditions))
    ).Located();

    static bool BeginsRange(TokenInput input) =>
        input.Token.Kind is TokenKind.Number or TokenKind.DotDot or TokenKind.Minus or TokenKind.OpenParen
        || input.Is(Keyword.At);

    static Parser<ConditionClause> Clause(Keyword word, bool isUnless) =>
        (
            from _ in Word(word)
            from condition in Defer(() => ExpressionGrammar.Required)
            from reason in Quoted("a reason in quotes").OrNull()
            select Make(at => new ConditionClause(at, isUnless, condition, reason))
        ).Located();

    static CountScope? ScopeOf(IOption<Keyword> word) =>
        word.IsEmpty
            ? null
            : word.Get() switch
            {
                Keyword.Track => CountScope.Track,
                Keyword.Dataset => CountScope.Dataset,
                _ => CountScope.Image,
            };
}
