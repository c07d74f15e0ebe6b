namespace LabelSpec.Grammar.Syntax;

/// <summary><c>0..1</c>, <c>8..</c>, <c>..100</c>, both ends included; as a limit also a single value, which is both ends.</summary>
public sealed class RangeExpression(Place place, Expression? minimum, Expression? maximum) : Expression(place)
{
    public Expression? Minimum { get; } = minimum;

    /// <summary>The same node as <see cref="Minimum"/> where the range is one value.</summary>
    public Expression? Maximum { get; } = maximum;

    public bool IsSingleValue => Minimum is not null && Minimum == Maximum;

    protected override void AddChildren(ChildList children)
    {
        children.Add(Minimum);
        if (!IsSingleValue)
            children.Add(Maximum);
    }
}
