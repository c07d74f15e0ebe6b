using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The types of attributes.</summary>
static class TypeGrammar
{
    public const string Label = "a type such as `bool`, `number 0..1` or `day | night`";

    static readonly Parser<RangeExpression?> Range = Choose(
        (BeginsRange, Defer(() => RangeGrammar.OfBounds).Select(r => (RangeExpression?)r)),
        (input => !BeginsRange(input), Parse.Return<RangeExpression?>(null))
    );

    // In `number 0.. m` the word is the unit, not a constant.
    static readonly Parser<RangeExpression?> RangeBeforeUnit = Choose(
        (BeginsRange, Defer(() => RangeGrammar.OfBoundsBefore(IsUnit)).Select(r => (RangeExpression?)r)),
        (input => !BeginsRange(input), Parse.Return<RangeExpression?>(null))
    );

    static readonly Parser<AttributeType> Bool = Word(Keyword.Bool).Select(_ => Make(at => new BoolType(at))).Located();

    static readonly Parser<AttributeType> Int = (
        from _ in Word(Keyword.Int)
        from range in Range
        select Make(at => new IntType(at, range))
    ).Located();

    static readonly Parser<AttributeType> Number = (
        from _ in Word(Keyword.Number)
        from range in RangeBeforeUnit
        from unit in Token("a unit", IsUnit, input => new Name(PlaceOf(input), input.TokenText.ToString())).OrNull()
        select Make(at => new NumberType(at, range, unit))
    ).Located();

    static readonly Parser<AttributeType> TextType = (
        from _ in Word(Keyword.Text)
        from pattern in Quoted("a regular expression in quotes").After(Word(Keyword.Matching))
        select Make(at => new TextType(at, pattern))
    ).Located();

    static readonly Parser<AttributeType> Reference = (
        from _ in Word(Keyword.Ref)
        from classes in Defer(() => BinderGrammar.RequiredClasses)
        select Make(at => new RefType(at, classes))
    ).Located();

    static readonly Parser<EnumValue> Value = (
        from name in Label("a value")
        from label in Quoted("the name in annotation files in quotes").OrNull()
        select Make(at => new EnumValue(at, name, label))
    ).Located();

    /// <summary>The values in a block, each with its documentation. Commas and bars between them are welcome, not needed.</summary>
    public static readonly MemberTable ValueBlock = new(
        "a list of values",
        null,
        from value in Value
        from _ in Symbol(TokenKind.Comma).Or(Symbol(TokenKind.Bar)).Optional()
        select (Member)value
    );

    static readonly Parser<(IReadOnlyList<EnumValue> List, MemberBlock? Block)> Values = Choose(
        (
            input => input.Is(TokenKind.OpenBrace),
            BlockParser.Required(() => ValueBlock).Select(block => (ValuesIn(block), block))
        ),
        (
            input => !input.Is(TokenKind.OpenBrace),
            Value.SeparatedBy(TokenKind.Bar).Select(values => (values, (MemberBlock?)null))
        )
    );

    static readonly Parser<AttributeType> Set = (
        from any in Word(Keyword.Any)
        from of in Word(Keyword.Of)
        from values in Values
        select Make(at => new SetType(at, values.List, values.Block))
    ).Located();

    static readonly Parser<AttributeType> Enumeration = Values
        .Select(values => Make(at => new EnumType(at, values.List, values.Block)))
        .Located();

    /// <summary>The words for types are values where a bar follows: <c>text | drawing</c>.</summary>
    public static readonly Parser<AttributeType> Type = Choose(
            (Announces(Keyword.Bool), Bool),
            (Announces(Keyword.Int), Int),
            (Announces(Keyword.Number), Number),
            (Announces(Keyword.Text), TextType),
            (Announces(Keyword.Ref), Reference),
            (input => input.Is(Keyword.Any) && (input.Next().Is(Keyword.Of) || input.Next().IsAsked()), Set),
            (_ => true, Enumeration)
        )
        .Labelled(Label)
        .OrMissing(
            place => new ErrorType(place),
            input => new Diagnostic(
                SyntaxDiagnostics.MissingExpression,
                $"A type is missing before {Reports.Found(input)}. Write `bool`, `int`, `number`, `text`, `ref CLASS`, or the values as in `day | night`.",
                Reports.SpanAt(input)
            )
        );

    static IReadOnlyList<EnumValue> ValuesIn(MemberBlock? block) => [.. block?.Members.OfType<EnumValue>() ?? []];

    static Func<TokenInput, bool> Announces(Keyword word) => input => input.Is(word) && !input.Next().Is(TokenKind.Bar);

    static bool BeginsRange(TokenInput input) =>
        input.Token.Kind is TokenKind.Number or TokenKind.DotDot or TokenKind.Minus or TokenKind.OpenParen
        || (
            input.Is(Keyword.At)
            && (input.Next().Token.Keyword is Keyword.Least or Keyword.Most || input.Next().IsAsked())
        );

    static bool IsUnit(TokenInput input) =>
        input.Is(TokenKind.Word)
        && NumberText.FindUnit(input.TokenText) is not null
        && !input.State.IsFirstOnLine(input.Position);
}
