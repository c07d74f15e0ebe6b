namespace LabelSpec.Grammar.Syntax;

/// <summary><c>exists v: CLASSES where …</c>, <c>no v: …</c>, <c>every v: CLASSES [where …] satisfies …</c>.</summary>
public sealed class QuantifierExpression(
    Place place,
    Quantifier quantifier,
    BoundVariable variable,
    Expression? where,
    Expression? satisfies
) : Expression(place)
{
    public Quantifier Quantifier { get; } = quantifier;

    public BoundVariable Variable { get; } = variable;

    public Expression? Where { get; } = where;

    public Expression? Satisfies { get; } = satisfies;

    protected override void AddChildren(ChildList children) => children.Add(Variable).Add(Where).Add(Satisfies);
}
