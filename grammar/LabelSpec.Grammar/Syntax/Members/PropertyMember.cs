namespace LabelSpec.Grammar.Syntax;

/// <summary><c>title "…"</c> in the guideline header: a word and one or more texts.</summary>
public sealed class PropertyMember(Place place, Name name, IReadOnlyList<StringLiteral> values) : Member(place)
{
    public Name Name { get; } = name;

    public IReadOnlyList<StringLiteral> Values { get; } = values;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Values);
}
