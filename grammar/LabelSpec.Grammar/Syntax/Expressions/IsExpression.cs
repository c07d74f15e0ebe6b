namespace LabelSpec.Grammar.Syntax;

/// <summary><c>x is missing</c>, <c>x is set</c>, <c>x is not missing</c>.</summary>
public sealed class IsExpression(Place place, bool isNegated, Presence presence, Expression value) : Expression(place)
{
    public bool IsNegated { get; } = isNegated;

    public Presence Presence { get; } = presence;

    public Expression Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Value);
}
