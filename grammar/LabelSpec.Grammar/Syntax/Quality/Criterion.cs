namespace LabelSpec.Grammar.Syntax;

/// <summary><c>METRIC [of CLASSES[.ATTRIBUTE]] &gt;= VALUE</c>.</summary>
public sealed class Criterion(
    Place place,
    Name metric,
    ClassSet? of,
    Name? attribute,
    ComparisonOperator @operator,
    NumberLiteral value
) : SyntaxNode(place)
{
    public Name Metric { get; } = metric;

    public ClassSet? Of { get; } = of;

    public Name? Attribute { get; } = attribute;

    public ComparisonOperator Operator { get; } = @operator;

    public NumberLiteral Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Metric).Add(Of).Add(Attribute).Add(Value);
}
