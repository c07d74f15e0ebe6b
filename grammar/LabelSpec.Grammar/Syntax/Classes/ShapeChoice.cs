namespace LabelSpec.Grammar.Syntax;

/// <summary>One of the shapes that a class may have.</summary>
public sealed class ShapeChoice(Place place, ShapeKind kind, Name keyword, Name? skeleton, ShapeExtent? extent)
    : SyntaxNode(place)
{
    public ShapeKind Kind { get; } = kind;

    public Name Keyword { get; } = keyword;

    /// <summary>The skeleton's name, for <see cref="ShapeKind.Skeleton"/>.</summary>
    public Name? Skeleton { get; } = skeleton;

    public ShapeExtent? Extent { get; } = extent;

    protected override void AddChildren(ChildList children) => children.Add(Keyword).Add(Skeleton);
}
