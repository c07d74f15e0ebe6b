namespace LabelSpec.Grammar.Syntax;

/// <summary><c>a and b and c</c>, or the same with <c>or</c>: two or more operands on one level.</summary>
public sealed class LogicalExpression(Place place, LogicalOperator @operator, IReadOnlyList<Expression> operands)
    : Expression(place)
{
    public LogicalOperator Operator { get; } = @operator;

    public IReadOnlyList<Expression> Operands { get; } = operands;

    protected override void AddChildren(ChildList children) => children.Add(Operands);
}
