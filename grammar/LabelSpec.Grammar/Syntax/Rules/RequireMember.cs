namespace LabelSpec.Grammar.Syntax;

/// <summary><c>require EXPR</c>.</summary>
public sealed class RequireMember(Place place, Expression condition) : Member(place)
{
    public Expression Condition { get; } = condition;

    protected override void AddChildren(ChildList children) => children.Add(Condition);
}
