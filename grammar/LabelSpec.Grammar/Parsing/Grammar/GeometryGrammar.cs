using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Shapes with their coordinates, in scenes and examples.</summary>
static class GeometryGrammar
{
    public const string Label = "a shape such as `box 10 20 30 40`";

    static readonly Parser<NumberLiteral> Coordinate = Number("a number");

    static readonly Parser<Geometry> Box = (
        from _ in Word(Keyword.Box)
        from left in Coordinate
        from top in Coordinate
        from width in Coordinate
        from height in Coordinate
        select Make(at => new BoxGeometry(at, left, top, width, height))
    ).Located();

    static readonly Parser<Geometry> RotatedBox = (
        from _ in Word(Keyword.RotatedBox)
        from x in Coordinate
        from y in Coordinate
        from width in Coordinate
        from height in Coordinate
        from angle in Coordinate
        select Make(at => new RotatedBoxGeometry(at, x, y, width, height, angle))
    ).Located();

    static readonly Parser<Geometry> Ellipse = (
        from _ in Word(Keyword.Ellipse)
        from x in Coordinate
        from y in Coordinate
        from radiusX in Coordinate
        from radiusY in Coordinate
        from angle in Coordinate.OrNull()
        select Make(at => new EllipseGeometry(at, x, y, radiusX, radiusY, angle))
    ).Located();

    static readonly Parser<Geometry> Cuboid = (
        from _ in Word(Keyword.Cuboid)
        from x in Coordinate
        from y in Coordinate
        from z in Coordinate
        from length in Coordinate
        from width in Coordinate
        from height in Coordinate
        from yaw in Coordinate
        select Make(at => new CuboidGeometry(at, x, y, z, length, width, height, yaw))
    ).Located();

    static readonly Parser<GeometryPoint> PointPair = (
        from x in Coordinate
        from y in Coordinate
        select Make(at => new GeometryPoint(at, x, y))
    ).Located();

    static readonly Parser<GeometryRing> Ring = (
        from hole in Word(Keyword.Hole).IsPresent()
        from points in PointPair.SeparatedBy(TokenKind.Comma)
        select Make(at => new GeometryRing(at, hole, points))
    ).Located();

    // Before a hole the semicolon may be left out; an annotation that is called `hole` has a colon behind it.
    static readonly Parser<GeometryRing> FurtherRing = Choose(
        (input => input.Is(Keyword.Hole) && !input.Next().Is(TokenKind.Colon), Ring),
        (input => !input.Is(Keyword.Hole), from _ in Symbol(TokenKind.Semicolon) from ring in Ring select ring)
    );

    static readonly Parser<KeypointPosition> Keypoint = (
        from name in Name("a point of the skeleton")
        from x in Coordinate
        from y in Coordinate
        from hidden in Word(Keyword.Hidden).IsPresent()
        select Make(at => new KeypointPosition(at, name, x, y, hidden))
    ).Located();

    static readonly Parser<Geometry> Skeleton = (
        from _ in Word(Keyword.Skeleton)
        from name in Name("a skeleton").OrNull()
        from open in Symbol(TokenKind.OpenBrace)
        from points in Keypoint.SeparatedBy(TokenKind.Comma)
        from close in Symbol(TokenKind.CloseBrace)
        select Make(at => new SkeletonGeometry(at, name, points))
    ).Located();

    static readonly Parser<Geometry> Tag = Word(Keyword.Tag).Select(_ => Make(at => new TagGeometry(at))).Located();

    public static readonly Parser<Geometry> Geometry = Box.Or(RotatedBox)
        .Or(Path(Keyword.Polygon, ShapeKind.Polygon))
        .Or(Path(Keyword.Polyline, ShapeKind.Polyline))
        .Or(Path(Keyword.Point, ShapeKind.Point))
        .Or(Path(Keyword.Mask, ShapeKind.Mask))
        .Or(Skeleton)
        .Or(Ellipse)
        .Or(Cuboid)
        .Or(Tag)
        .Labelled(Label);

    static Parser<Geometry> Path(Keyword word, ShapeKind kind) =>
        (
            from _ in Word(word)
            from first in Ring
            from rest in FurtherRing.Many()
            select Make(at => new PathGeometry(at, kind, [first, .. rest]))
        ).Located();
}
