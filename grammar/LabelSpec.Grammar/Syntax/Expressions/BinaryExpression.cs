namespace LabelSpec.Grammar.Syntax;

/// <summary>Arithmetic, <c>implies</c> and <c>iff</c>.</summary>
public sealed class BinaryExpression(Place place, Expression left, BinaryOperator @operator, Expression right)
    : Expression(place)
{
    public Expression Left { get; } = left;

    public BinaryOperator Operator { get; } = @operator;

    public Expression Right { get; } = right;

    protected override void AddChildren(ChildList children) => children.Add(Left).Add(Right);
}
