using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>test</c> declarations: a small scene and what the guideline must say about it.</summary>
static class SceneGrammar
{
    static readonly Parser<IReadOnlyList<Geometry>> Shapes = GeometryGrammar
        .Geometry.AtLeastOnce()
        .Select(shapes => (IReadOnlyList<Geometry>)[.. shapes]);

    static readonly Parser<Member> Assignment = (
        from name in Name("an attribute")
        from assign in Symbol(TokenKind.Equals)
        from value in AttributeGrammar.DefaultValue.OrMissing()
        select Make(at => new AssignmentMember(at, name, value))
    ).Located();

    /// <summary>The values of attributes.</summary>
    public static readonly MemberTable Assignments = new(
        "a list of attribute values",
        null,
        SeparatedByCommas(Assignment)
    );

    // With a colon behind the name, a track begins.
    static readonly Parser<Name?> TrackOfAnnotation = Choose(
        (BeginsTrack, Parse.Return<Name?>(null)),
        (input => !BeginsTrack(input), Label("a track").After(Word(Keyword.Track)))
    );

    static readonly Parser<Member> Annotation = (
        from name in (from label in Name("a name") from colon in Symbol(TokenKind.Colon) select label).OrNull()
        from @class in Name("a class")
        from shapes in Shapes
        from track in TrackOfAnnotation
        from @group in Label("a group").After(Word(Keyword.Group))
        from body in BlockParser.OptionalInMember(() => Assignments)
        select Make(at => new SceneAnnotation(at, name, @class, shapes, track, @group, body))
    ).Located();

    static readonly Parser<Member> Content = Choose(
        (input => input.Next().Is(TokenKind.Equals), SeparatedByCommas(Assignment)),
        (_ => true, Annotation)
    );

    /// <summary>An image or a frame: its attributes, and the annotations in it.</summary>
    static readonly MemberTable ImageContent = new("an image of a test", null, Content)
    {
        LooksLikeOther = LooksLikeAnnotation,
    };

    static readonly Parser<Member> Image = (
        from _ in Word(Keyword.Image)
        from width in UnsignedNumber("the width of the image")
        from times in LimitGrammar.Times
        from height in UnsignedNumber("the height of the image")
        from file in Quoted("the name of the file in quotes").OrNull()
        from body in BlockParser.OptionalInMember(() => ImageContent)
        select Make(at => new SceneImage(at, width, height, file, body))
    ).Located();

    static readonly Parser<Member> Frame = (
        from _ in Word(Keyword.Frame)
        from index in UnsignedNumber("the number of the frame")
        from body in BlockParser.Required(() => ImageContent)
        select Make(at => new SceneFrame(at, index, body))
    ).Located();

    static readonly Parser<Member> TrackFrame = (
        from _ in Word(Keyword.Frame)
        from index in UnsignedNumber("the number of the frame")
        from shapes in Shapes.Or(Word(Keyword.Outside).Select(_ => (IReadOnlyList<Geometry>)[]))
        from body in BlockParser.OptionalInMember(() => Assignments)
        select Make(at => new TrackFrame(at, index, shapes.Count == 0, shapes, body))
    ).Located();

    static readonly MemberTable TrackFrames = new(
        "a track of a test",
        WordPosition.TrackMember,
        null,
        (Keyword.Frame, TrackFrame)
    );

    static readonly Parser<Member> Track = (
        from _ in Word(Keyword.Track)
        from name in Name("a name")
        from colon in Symbol(TokenKind.Colon)
        from @class in Name("a class")
        from body in BlockParser.Required(() => TrackFrames)
        select Make(at => new SceneTrack(at, name, @class, body))
    ).Located();

    public static readonly MemberTable Members = new(
        "a test",
        WordPosition.TestMember,
        Annotation,
        (Keyword.Image, UnlessNamed(Image)),
        (Keyword.Frame, UnlessNamed(Frame)),
        (Keyword.Track, UnlessNamed(Track)),
        (Keyword.Expect, UnlessNamed(Defer(() => ExpectationGrammar.Expect)))
    )
    {
        LooksLikeOther = LooksLikeAnnotation,
    };

    public static readonly Parser<Declaration> Test = (
        from _ in Word(Keyword.Test)
        from title in Quoted("a title in quotes")
        from body in BlockParser.Required(() => Members)
        select Make(at => new TestDeclaration(at, title, body))
    ).Located();

    static bool BeginsTrack(TokenInput input) => input.Is(Keyword.Track) && input.Ahead(2).Is(TokenKind.Colon);

    /// <summary><c>a: car</c> or <c>car box</c>.</summary>
    static bool LooksLikeAnnotation(TokenInput input) =>
        IsName(input)
        && (input.Next().Is(TokenKind.Colon) && IsName(input.Ahead(2)) || ShapeGrammar.Begins(input.Next()));

    static bool IsName(TokenInput input) => input.Is(TokenKind.Word) || input.Is(TokenKind.QuotedName);

    /// <summary>With a colon behind it, the word names an annotation: <c>image: car box …</c>.</summary>
    static Parser<Member> UnlessNamed(Parser<Member> parser) =>
        Choose((input => input.Next().Is(TokenKind.Colon), Annotation), (_ => true, parser));

    static Parser<Member> SeparatedByCommas(Parser<Member> member) =>
        from found in member
        from comma in Symbol(TokenKind.Comma).Optional()
        select found;
}
