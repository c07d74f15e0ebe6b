namespace LabelSpec.Grammar.Syntax;

/// <summary><c>color #e4572e</c>.</summary>
public sealed class ColorMember(Place place, ColorLiteral color) : Member(place)
{
    public ColorLiteral Color { get; } = color;

    protected override void AddChildren(ChildList children) => children.Add(Color);
}
