namespace LabelSpec.Grammar.Syntax;

/// <summary><c>never both above iou 80%</c>.</summary>
public sealed class NeverBothMember(Place place, OverlapMeasure measure, NumberLiteral limit) : Member(place)
{
    public OverlapMeasure Measure { get; } = measure;

    public NumberLiteral Limit { get; } = limit;

    protected override void AddChildren(ChildList children) => children.Add(Limit);
}
