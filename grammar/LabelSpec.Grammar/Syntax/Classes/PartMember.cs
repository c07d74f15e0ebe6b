namespace LabelSpec.Grammar.Syntax;

/// <summary><c>part CLASSES RANGE [inside 95%]</c>: how many parts a whole has, and how far inside it.</summary>
public sealed class PartMember(
    Place place,
    ClassSet classes,
    RangeExpression? range,
    NumberLiteral? inside,
    IReadOnlyList<ConditionClause> conditions
) : Member(place)
{
    public ClassSet Classes { get; } = classes;

    public RangeExpression? Range { get; } = range;

    public NumberLiteral? Inside { get; } = inside;

    public IReadOnlyList<ConditionClause> Conditions { get; } = conditions;

    protected override void AddChildren(ChildList children) =>
        children.Add(Classes).Add(Range).Add(Inside).Add(Conditions);
}
