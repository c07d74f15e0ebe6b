namespace LabelSpec.Grammar.Syntax;

/// <summary><c>box LEFT TOP WIDTH HEIGHT</c>, in pixels.</summary>
public sealed class BoxGeometry(
    Place place,
    NumberLiteral left,
    NumberLiteral top,
    NumberLiteral width,
    NumberLiteral height
) : Geometry(place)
{
    public NumberLiteral Left { get; } = left;

    public NumberLiteral Top { get; } = top;

    public NumberLiteral Width { get; } = width;

    public NumberLiteral Height { get; } = height;

    protected override void AddChildren(ChildList children) => children.Add(Left).Add(Top).Add(Width).Add(Height);
}
