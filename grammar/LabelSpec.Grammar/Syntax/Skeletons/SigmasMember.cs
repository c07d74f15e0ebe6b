namespace LabelSpec.Grammar.Syntax;

/// <summary><c>sigmas 0.026, 0.025, …</c>: the fall-offs of object keypoint similarity, one for each point.</summary>
public sealed class SigmasMember(Place place, IReadOnlyList<NumberLiteral> values) : Member(place)
{
    public IReadOnlyList<NumberLiteral> Values { get; } = values;

    protected override void AddChildren(ChildList children) => children.Add(Values);
}
