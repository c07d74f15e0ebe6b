namespace LabelSpec.Grammar.Syntax;

/// <summary><c>forbid EXPR</c>.</summary>
public sealed class ForbidMember(Place place, Expression condition) : Member(place)
{
    public Expression Condition { get; } = condition;

    protected override void AddChildren(ChildList children) => children.Add(Condition);
}
