namespace LabelSpec.Grammar.Syntax;

/// <summary><c>track t: car { frame 0 box … frame 1 box … frame 4 outside }</c>.</summary>
public sealed class SceneTrack(Place place, Name name, Name @class, MemberBlock? body) : Member(place)
{
    public Name Name { get; } = name;

    public Name Class { get; } = @class;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Class).Add(Body);
}
