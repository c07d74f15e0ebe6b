namespace LabelSpec.Grammar.Syntax;

/// <summary><c>alias "a", "b"</c>: other names under which annotation files know it.</summary>
public sealed class AliasMember(Place place, IReadOnlyList<StringLiteral> names) : Member(place)
{
    public IReadOnlyList<StringLiteral> Names { get; } = names;

    protected override void AddChildren(ChildList children) => children.Add(Names);
}
