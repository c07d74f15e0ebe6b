namespace LabelSpec.Grammar.Syntax;

/// <summary><c>frame 0 box 1 2 3 4 { attr = value }</c> or <c>frame 4 outside</c>, in a track.</summary>
public sealed class TrackFrame(
    Place place,
    NumberLiteral index,
    bool isOutside,
    IReadOnlyList<Geometry> geometries,
    MemberBlock? body
) : Member(place)
{
    public NumberLiteral Index { get; } = index;

    public bool IsOutside { get; } = isOutside;

    public IReadOnlyList<Geometry> Geometries { get; } = geometries;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) => children.Add(Index).Add(Geometries).Add(Body);
}
