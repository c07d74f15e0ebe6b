namespace LabelSpec.Grammar.Syntax;

/// <summary>The header: <c>guideline NAME version "2.3.0" { title "…" }</c>.</summary>
public sealed class GuidelineDeclaration(Place place, Name name, StringLiteral? version, MemberBlock? body)
    : Declaration(place)
{
    public Name Name { get; } = name;

    public StringLiteral? Version { get; } = version;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Version).Add(Body);
}
