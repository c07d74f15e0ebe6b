namespace LabelSpec.Grammar.Syntax;

/// <summary><c>edges a - b, b - c</c>.</summary>
public sealed class EdgesMember(Place place, IReadOnlyList<KeypointPair> edges) : Member(place)
{
    public IReadOnlyList<KeypointPair> Edges { get; } = edges;

    protected override void AddChildren(ChildList children) => children.Add(Edges);
}
