namespace LabelSpec.Grammar.Syntax;

/// <summary><c>{EXPR}</c>; the span includes the braces.</summary>
public sealed class ExpressionPart(Place place, Expression expression) : MessagePart(place)
{
    public Expression Expression { get; } = expression;

    protected override void AddChildren(ChildList children) => children.Add(Expression);
}
