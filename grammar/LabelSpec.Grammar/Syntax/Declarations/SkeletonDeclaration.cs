namespace LabelSpec.Grammar.Syntax;

/// <summary><c>skeleton NAME { points … edges … sigmas … flip … }</c>.</summary>
public sealed class SkeletonDeclaration(Place place, Name name, MemberBlock? body) : Declaration(place)
{
    public Name Name { get; } = name;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Body);
}
