namespace LabelSpec.Grammar.Syntax;

/// <summary><c>count(v: CLASSES where …)</c>, <c>sum(EXPR for v: CLASSES where …)</c>.</summary>
public sealed class AggregateExpression(
    Place place,
    Aggregate aggregate,
    Expression? selector,
    BoundVariable variable,
    Expression? where
) : Expression(place)
{
    public Aggregate Aggregate { get; } = aggregate;

    /// <summary>Null for counts.</summary>
    public Expression? Selector { get; } = selector;

    public BoundVariable Variable { get; } = variable;

    public Expression? Where { get; } = where;

    protected override void AddChildren(ChildList children) => children.Add(Selector).Add(Variable).Add(Where);
}
