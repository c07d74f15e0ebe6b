namespace LabelSpec.Grammar.Syntax;

/// <summary><c>image { attribute … }</c>: what every image says about itself.</summary>
public sealed class ImageDeclaration(Place place, MemberBlock? body) : Declaration(place)
{
    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    protected override void AddChildren(ChildList children) => children.Add(Body);
}
