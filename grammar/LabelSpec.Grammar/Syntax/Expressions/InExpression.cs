namespace LabelSpec.Grammar.Syntax;

/// <summary><c>x in 0..1</c>, <c>x in (a, b)</c>, <c>x not in s</c>; the right side is a range, a set, or any expression.</summary>
public sealed class InExpression(Place place, bool isNegated, Expression value, Expression collection)
    : Expression(place)
{
    public bool IsNegated { get; } = isNegated;

    public Expression Value { get; } = value;

    public Expression Collection { get; } = collection;

    protected override void AddChildren(ChildList children) => children.Add(Value).Add(Collection);
}
