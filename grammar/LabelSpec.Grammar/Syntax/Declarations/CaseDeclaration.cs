namespace LabelSpec.Grammar.Syntax;

/// <summary><c>case NAME [since "V"] { … }</c>: an edge case that only people can judge.</summary>
public sealed class CaseDeclaration(Place place, Name name, StringLiteral? since, MemberBlock? body)
    : Declaration(place)
{
    public Name Name { get; } = name;

    public StringLiteral? Since { get; } = since;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Since).Add(Body);
}
