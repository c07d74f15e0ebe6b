namespace LabelSpec.Grammar.Syntax;

/// <summary><c>X Y</c>, in pixels.</summary>
public sealed class GeometryPoint(Place place, NumberLiteral x, NumberLiteral y) : SyntaxNode(place)
{
    public NumberLiteral X { get; } = x;

    public NumberLiteral Y { get; } = y;

    protected override void AddChildren(ChildList children) => children.Add(X).Add(Y);
}
