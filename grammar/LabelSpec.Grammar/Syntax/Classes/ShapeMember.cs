namespace LabelSpec.Grammar.Syntax;

/// <summary><c>shape box amodal | skeleton body</c>.</summary>
public sealed class ShapeMember(Place place, IReadOnlyList<ShapeChoice> choices) : Member(place)
{
    public IReadOnlyList<ShapeChoice> Choices { get; } = choices;

    protected override void AddChildren(ChildList children) => children.Add(Choices);
}
