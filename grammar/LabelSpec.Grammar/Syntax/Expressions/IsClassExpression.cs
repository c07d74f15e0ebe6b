namespace LabelSpec.Grammar.Syntax;

/// <summary><c>a is vehicle</c>, <c>a is not car | truck</c>: of one of these classes or of a class that extends them.</summary>
public sealed class IsClassExpression(Place place, bool isNegated, Expression value, ClassSet classes)
    : Expression(place)
{
    public bool IsNegated { get; } = isNegated;

    public Expression Value { get; } = value;

    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Value).Add(Classes);
}
