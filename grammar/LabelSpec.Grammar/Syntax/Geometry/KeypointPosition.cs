namespace LabelSpec.Grammar.Syntax;

/// <summary><c>nose 10 20 [hidden]</c>.</summary>
public sealed class KeypointPosition(Place place, Name name, NumberLiteral x, NumberLiteral y, bool isHidden)
    : SyntaxNode(place)
{
    public Name Name { get; } = name;

    public NumberLiteral X { get; } = x;

    public NumberLiteral Y { get; } = y;

    public bool IsHidden { get; } = isHidden;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(X).Add(Y);
}
