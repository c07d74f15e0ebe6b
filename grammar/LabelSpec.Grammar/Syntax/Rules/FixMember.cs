namespace LabelSpec.Grammar.Syntax;

/// <summary><c>fix FIX ["title"]</c>.</summary>
public sealed class FixMember(Place place, Fix fix, StringLiteral? title) : Member(place)
{
    public Fix Fix { get; } = fix;

    public StringLiteral? Title { get; } = title;

    protected override void AddChildren(ChildList children) => children.Add(Fix).Add(Title);
}
