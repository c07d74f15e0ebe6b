namespace LabelSpec.Grammar.Syntax;

/// <summary><c>test "…" { … }</c>: a scene and what the guideline must say about it.</summary>
public sealed class TestDeclaration(Place place, StringLiteral title, MemberBlock? body) : Declaration(place)
{
    public StringLiteral Title { get; } = title;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    protected override void AddChildren(ChildList children) => children.Add(Title).Add(Body);
}
