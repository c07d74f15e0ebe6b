namespace LabelSpec.Grammar.Syntax;

/// <summary><c>int [RANGE]</c>.</summary>
public sealed class IntType(Place place, RangeExpression? range) : AttributeType(place)
{
    public RangeExpression? Range { get; } = range;

    protected override void AddChildren(ChildList children) => children.Add(Range);
}
