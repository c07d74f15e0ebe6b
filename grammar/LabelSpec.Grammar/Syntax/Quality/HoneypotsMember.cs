namespace LabelSpec.Grammar.Syntax;

/// <summary><c>honeypots 5%</c>.</summary>
public sealed class HoneypotsMember(Place place, NumberLiteral share) : Member(place)
{
    public NumberLiteral Share { get; } = share;

    protected override void AddChildren(ChildList children) => children.Add(Share);
}
