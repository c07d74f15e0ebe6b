namespace LabelSpec.Grammar.Syntax;

/// <summary><c>number [RANGE] [unit]</c>.</summary>
public sealed class NumberType(Place place, RangeExpression? range, Name? unit) : AttributeType(place)
{
    public RangeExpression? Range { get; } = range;

    public Name? Unit { get; } = unit;

    protected override void AddChildren(ChildList children) => children.Add(Range).Add(Unit);
}
