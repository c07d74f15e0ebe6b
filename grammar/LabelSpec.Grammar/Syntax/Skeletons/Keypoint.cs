namespace LabelSpec.Grammar.Syntax;

/// <summary>One point of a skeleton.</summary>
public sealed class Keypoint(Place place, Name name) : Member(place)
{
    public Name Name { get; } = name;

    protected override void AddChildren(ChildList children) => children.Add(Name);
}
