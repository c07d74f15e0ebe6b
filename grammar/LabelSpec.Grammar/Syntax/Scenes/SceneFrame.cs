namespace LabelSpec.Grammar.Syntax;

/// <summary><c>frame 3 { … }</c>: a frame of a sequence, with image attributes and annotations.</summary>
public sealed class SceneFrame(Place place, NumberLiteral index, MemberBlock? body) : Member(place)
{
    public NumberLiteral Index { get; } = index;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) => children.Add(Index).Add(Body);
}
