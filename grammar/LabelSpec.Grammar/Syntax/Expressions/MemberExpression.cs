namespace LabelSpec.Grammar.Syntax;

/// <summary><c>a.width</c>, <c>p.nose.x</c>. The name is missing while it is being typed.</summary>
public sealed class MemberExpression(Place place, Expression target, Name name) : Expression(place)
{
    public Expression Target { get; } = target;

    public Name Name { get; } = name;

    protected override void AddChildren(ChildList children) => children.Add(Target).Add(Name);
}
