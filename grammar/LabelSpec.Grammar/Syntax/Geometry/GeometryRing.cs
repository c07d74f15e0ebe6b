namespace LabelSpec.Grammar.Syntax;

/// <summary>A run of points.</summary>
public sealed class GeometryRing(Place place, bool isHole, IReadOnlyList<GeometryPoint> points) : SyntaxNode(place)
{
    public bool IsHole { get; } = isHole;

    public IReadOnlyList<GeometryPoint> Points { get; } = points;

    protected override void AddChildren(ChildList children) => children.Add(Points);
}
