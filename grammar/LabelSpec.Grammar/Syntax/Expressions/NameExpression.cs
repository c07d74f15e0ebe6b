namespace LabelSpec.Grammar.Syntax;

/// <summary>A bare name: a variable, a constant, a class, an attribute, a value, <c>image</c>.</summary>
public sealed class NameExpression(Place place, Name name) : Expression(place)
{
    public Name Name { get; } = name;

    protected override void AddChildren(ChildList children) => children.Add(Name);
}
