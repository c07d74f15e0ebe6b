namespace LabelSpec.Grammar.Syntax;

/// <summary><c>area RANGE</c>, <c>count RANGE per image</c> and the like: a quantity stays in a range.</summary>
public sealed class LimitMember(
    Place place,
    Name quantity,
    RangeExpression range,
    CountScope? per,
    NumberLiteral? referenceWidth,
    IReadOnlyList<ConditionClause> conditions
) : Member(place)
{
    public Name Quantity { get; } = quantity;

    public RangeExpression Range { get; } = range;

    /// <summary>For counts; per image when null.</summary>
    public CountScope? Per { get; } = per;

    /// <summary>The image width at which the limit holds; it scales with the image.</summary>
    public NumberLiteral? ReferenceWidth { get; } = referenceWidth;

    public IReadOnlyList<ConditionClause> Conditions { get; } = conditions;

    protected override void AddChildren(ChildList children) =>
        children.Add(Quantity).Add(Range).Add(ReferenceWidth).Add(Conditions);
}
