namespace LabelSpec.Grammar.Syntax;

/// <summary><c>not x</c>, <c>-x</c>.</summary>
public sealed class UnaryExpression(Place place, UnaryOperator @operator, Expression operand) : Expression(place)
{
    public UnaryOperator Operator { get; } = @operator;

    public Expression Operand { get; } = operand;

    protected override void AddChildren(ChildList children) => children.Add(Operand);
}
