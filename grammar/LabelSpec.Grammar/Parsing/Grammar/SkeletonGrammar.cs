using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>skeleton</c> declarations.</summary>
static class SkeletonGrammar
{
    static readonly Parser<Name> PointName = Name("a point of the skeleton")
        .OrMissingName("Name a point of the skeleton.", "a point");

    static readonly Parser<Member> Points = (
        from _ in Word(Keyword.Points)
        from points in PointName
            .Select(name => Make(at => new Keypoint(at, name)))
            .Located()
            .SeparatedBy(TokenKind.Comma)
        select Make(at => new PointsMember(at, points))
    ).Located();

    static readonly Parser<Member> Edges = (
        from _ in Word(Keyword.Edges)
        from edges in Pair(TokenKind.Minus).SeparatedBy(TokenKind.Comma)
        select Make(at => new EdgesMember(at, edges))
    ).Located();

    static readonly Parser<Member> Flip = (
        from _ in Word(Keyword.Flip)
        from pairs in Pair(TokenKind.BothWays).SeparatedBy(TokenKind.Comma)
        select Make(at => new FlipMember(at, pairs))
    ).Located();

    static readonly Parser<Member> Sigmas = (
        from _ in Word(Keyword.Sigmas)
        from values in UnsignedNumber("a number").SeparatedBy(TokenKind.Comma)
        select Make(at => new SigmasMember(at, values))
    ).Located();

    public static readonly MemberTable Members = new(
        "a skeleton",
        WordPosition.SkeletonMember,
        null,
        (Keyword.Points, Points),
        (Keyword.Edges, Edges),
        (Keyword.Sigmas, Sigmas),
        (Keyword.Flip, Flip)
    );

    public static readonly Parser<Declaration> Skeleton = (
        from _ in Word(Keyword.Skeleton)
        from name in Name("a name").OrMissingName("Name the skeleton, as in `skeleton body`.")
        from body in BlockParser.Required(() => Members)
        select Make(at => new SkeletonDeclaration(at, name, body))
    ).Located();

    static Parser<KeypointPair> Pair(TokenKind between) =>
        (
            from first in PointName
            from _ in Symbol(between)
            from second in PointName
            select Make(at => new KeypointPair(at, first, second))
        ).Located();
}
