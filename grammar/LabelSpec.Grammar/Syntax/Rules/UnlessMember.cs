namespace LabelSpec.Grammar.Syntax;

/// <summary><c>unless EXPR ["why"]</c>.</summary>
public sealed class UnlessMember(Place place, Expression condition, StringLiteral? reason) : Member(place)
{
    public Expression Condition { get; } = condition;

    public StringLiteral? Reason { get; } = reason;

    protected override void AddChildren(ChildList children) => children.Add(Condition).Add(Reason);
}
