namespace LabelSpec.Grammar.Syntax;

/// <summary><c>polygon X Y, X Y, …</c>, <c>polyline …</c>, <c>point X Y</c>, or <c>mask X Y, …</c>; further rings follow after <c>;</c>, holes after <c>hole</c>.</summary>
public sealed class PathGeometry(Place place, ShapeKind kind, IReadOnlyList<GeometryRing> rings) : Geometry(place)
{
    public ShapeKind Kind { get; } = kind;

    public IReadOnlyList<GeometryRing> Rings { get; } = rings;

    protected override void AddChildren(ChildList children) => children.Add(Rings);
}
