namespace LabelSpec.Grammar.Syntax;

/// <summary><c>include "…", "…"</c>: what belongs to it.</summary>
public sealed class IncludeMember(Place place, IReadOnlyList<StringLiteral> texts) : Member(place)
{
    public IReadOnlyList<StringLiteral> Texts { get; } = texts;

    protected override void AddChildren(ChildList children) => children.Add(Texts);
}
