namespace LabelSpec.Grammar.Syntax;

/// <summary><c>exclude "…" use CLASS</c>: what does not belong to it, and what it is instead.</summary>
public sealed class ExcludeMember(Place place, IReadOnlyList<StringLiteral> texts, Name? use) : Member(place)
{
    public IReadOnlyList<StringLiteral> Texts { get; } = texts;

    public Name? Use { get; } = use;

    protected override void AddChildren(ChildList children) => children.Add(Texts).Add(Use);
}
