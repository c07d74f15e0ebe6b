namespace LabelSpec.Grammar.Syntax;

/// <summary><c>car | truck</c> as an argument.</summary>
public sealed class ClassSetExpression(Place place, ClassSet classes) : Expression(place)
{
    public ClassSet Classes { get; } = classes;

    protected override void AddChildren(ChildList children) => children.Add(Classes);
}
