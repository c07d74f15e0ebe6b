namespace LabelSpec.Grammar.Syntax;

/// <summary><c>(a, b)</c>: a set of values.</summary>
public sealed class SetExpression(Place place, IReadOnlyList<Expression> items) : Expression(place)
{
    public IReadOnlyList<Expression> Items { get; } = items;

    protected override void AddChildren(ChildList children) => children.Add(Items);
}
