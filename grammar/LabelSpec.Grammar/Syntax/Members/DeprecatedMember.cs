namespace LabelSpec.Grammar.Syntax;

/// <summary><c>deprecated "why" use OTHER</c>.</summary>
public sealed class DeprecatedMember(Place place, StringLiteral? reason, Name? use) : Member(place)
{
    public StringLiteral? Reason { get; } = reason;

    public Name? Use { get; } = use;

    protected override void AddChildren(ChildList children) => children.Add(Reason).Add(Use);
}
