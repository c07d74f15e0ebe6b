namespace LabelSpec.Grammar.Syntax;

/// <summary><c>r: rider box 100 200 40 80 [track t] [group g] { helmet = yes }</c>.</summary>
public sealed class SceneAnnotation(
    Place place,
    Name? name,
    Name @class,
    IReadOnlyList<Geometry> geometries,
    Name? track,
    Name? group,
    MemberBlock? body
) : Member(place)
{
    public Name? Name { get; } = name;

    public Name Class { get; } = @class;

    public IReadOnlyList<Geometry> Geometries { get; } = geometries;

    public Name? Track { get; } = track;

    public Name? Group { get; } = group;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) =>
        children.Add(Name).Add(Class).Add(Geometries).Add(Track).Add(Group).Add(Body);
}
