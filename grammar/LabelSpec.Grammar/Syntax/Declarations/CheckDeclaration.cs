namespace LabelSpec.Grammar.Syntax;

/// <summary><c>check CODE: SEVERITY { … }</c> tunes a built-in check.</summary>
public sealed class CheckDeclaration(Place place, Name name, SeverityClause? severity, MemberBlock? body)
    : Declaration(place)
{
    /// <summary>The code or name of the check.</summary>
    public Name Name { get; } = name;

    public SeverityClause? Severity { get; } = severity;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Severity).Add(Body);
}
