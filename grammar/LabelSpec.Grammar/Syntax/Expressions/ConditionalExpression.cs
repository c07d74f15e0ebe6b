namespace LabelSpec.Grammar.Syntax;

/// <summary><c>if c then a else b</c>.</summary>
public sealed class ConditionalExpression(Place place, Expression condition, Expression then, Expression @else)
    : Expression(place)
{
    public Expression Condition { get; } = condition;

    public Expression Then { get; } = then;

    public Expression Else { get; } = @else;

    protected override void AddChildren(ChildList children) => children.Add(Condition).Add(Then).Add(Else);
}
