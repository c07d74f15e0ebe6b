namespace LabelSpec.Grammar.Syntax;

/// <summary><c>a &lt; b</c>, or a chain <c>0.2 &lt; a &lt;= 6</c>: operator <c>i</c> stands between operands <c>i</c> and <c>i + 1</c>.</summary>
public sealed class ComparisonExpression(
    Place place,
    IReadOnlyList<Expression> operands,
    IReadOnlyList<ComparisonOperator> operators
) : Expression(place)
{
    public IReadOnlyList<Expression> Operands { get; } = operands;

    public IReadOnlyList<ComparisonOperator> Operators { get; } = operators;

    protected override void AddChildren(ChildList children) => children.Add(Operands);
}
