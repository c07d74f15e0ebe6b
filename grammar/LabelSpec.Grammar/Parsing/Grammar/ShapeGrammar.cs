using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The kinds of shapes.</summary>
static class ShapeGrammar
{
    public const string Label = "a shape such as `box` or `polygon`";

    static readonly (Keyword Word, ShapeKind Kind)[] Kinds =
    [
        (Keyword.Box, ShapeKind.Box),
        (Keyword.RotatedBox, ShapeKind.RotatedBox),
        (Keyword.Polygon, ShapeKind.Polygon),
        (Keyword.Polyline, ShapeKind.Polyline),
        (Keyword.Point, ShapeKind.Point),
        (Keyword.Skeleton, ShapeKind.Skeleton),
        (Keyword.Mask, ShapeKind.Mask),
        (Keyword.Ellipse, ShapeKind.Ellipse),
        (Keyword.Cuboid, ShapeKind.Cuboid),
        (Keyword.Tag, ShapeKind.Tag),
    ];

    public static bool Begins(TokenInput input) => Kinds.Any(kind => input.Is(kind.Word));

    static readonly Parser<(ShapeKind Kind, Name Word)> Kind = Kinds
        .Select(k => Word(k.Word).Select(_ => Make(at => (k.Kind, new Name(at, Keywords.TextOf(k.Word))))).Located())
        .Aggregate((first, second) => first.Or(second))
        .Labelled(Label);

    static readonly Parser<ShapeExtent?> Extent =
        from word in Word(Keyword.Visible).Or(Word(Keyword.Amodal)).Optional()
        select ExtentOf(word);

    public static readonly Parser<ShapeChoice> Choice = (
        from kind in Kind
        from skeleton in SkeletonOf(kind.Kind)
        from extent in Extent
        select Make(at => new ShapeChoice(at, kind.Kind, kind.Word, skeleton, extent))
    ).Located();

    public static IReadOnlyList<string> Words { get; } = [.. Kinds.Select(k => Keywords.TextOf(k.Word))];

    static Parser<Name?> SkeletonOf(ShapeKind kind) =>
        kind == ShapeKind.Skeleton
            ? Name("a skeleton").OrMissingName("Name the skeleton, as in `skeleton body`.", "a skeleton")
            : Parse.Return<Name?>(null);

    static ShapeExtent? ExtentOf(IOption<Token> word) =>
        word.IsEmpty ? null
        : word.Get().Keyword == Keyword.Visible ? ShapeExtent.Visible
        : ShapeExtent.Amodal;
}
