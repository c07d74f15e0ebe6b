namespace LabelSpec.Grammar.Syntax;

/// <summary><c>rule NAME [: SEVERITY] { for … require … }</c>.</summary>
public sealed class RuleDeclaration(Place place, Name name, SeverityClause? severity, MemberBlock? body)
    : Declaration(place)
{
    public Name Name { get; } = name;

    /// <summary>Error when null.</summary>
    public SeverityClause? Severity { get; } = severity;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Severity).Add(Body);
}
