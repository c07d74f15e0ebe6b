namespace LabelSpec.Grammar.Syntax;

/// <summary><c>for CLASSES</c> in a check.</summary>
public sealed class CheckScopeMember(Place place, ClassSet classes) : Member(place)
{
    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Classes);
}
