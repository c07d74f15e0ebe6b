namespace LabelSpec.Grammar.Syntax;

/// <summary>Two points of a skeleton.</summary>
public sealed class KeypointPair(Place place, Name first, Name second) : SyntaxNode(place)
{
    public Name First { get; } = first;

    public Name Second { get; } = second;

    protected override void AddChildren(ChildList children) => children.Add(First).Add(Second);
}
