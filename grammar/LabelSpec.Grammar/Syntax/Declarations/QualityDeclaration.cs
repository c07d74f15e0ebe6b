namespace LabelSpec.Grammar.Syntax;

/// <summary><c>quality { match … accept … }</c>.</summary>
public sealed class QualityDeclaration(Place place, MemberBlock? body) : Declaration(place)
{
    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    protected override void AddChildren(ChildList children) => children.Add(Body);
}
