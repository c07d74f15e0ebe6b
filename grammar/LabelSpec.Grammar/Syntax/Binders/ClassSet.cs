namespace LabelSpec.Grammar.Syntax;

/// <summary><c>car</c>, <c>car | truck</c>, <c>vehicle except bus | tram</c>, or <c>any</c>.</summary>
public sealed class ClassSet(Place place, bool isAny, IReadOnlyList<Name> included, IReadOnlyList<Name> except)
    : SyntaxNode(place)
{
    public bool IsAny { get; } = isAny;

    public IReadOnlyList<Name> Included { get; } = included;

    public IReadOnlyList<Name> Except { get; } = except;

    protected override void AddChildren(ChildList children) => children.Add(Included).Add(Except);
}
