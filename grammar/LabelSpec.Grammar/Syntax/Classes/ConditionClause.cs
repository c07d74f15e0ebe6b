namespace LabelSpec.Grammar.Syntax;

/// <summary><c>when EXPR</c> or <c>unless EXPR ["why"]</c> after a limit.</summary>
public sealed class ConditionClause(Place place, bool isUnless, Expression condition, StringLiteral? reason)
    : SyntaxNode(place)
{
    public bool IsUnless { get; } = isUnless;

    public Expression Condition { get; } = condition;

    public StringLiteral? Reason { get; } = reason;

    protected override void AddChildren(ChildList children) => children.Add(Condition).Add(Reason);
}
