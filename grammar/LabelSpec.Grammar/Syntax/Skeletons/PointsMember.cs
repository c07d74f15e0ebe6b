namespace LabelSpec.Grammar.Syntax;

/// <summary><c>points nose, left_eye, …</c> in the order in which files store them.</summary>
public sealed class PointsMember(Place place, IReadOnlyList<Keypoint> points) : Member(place)
{
    public IReadOnlyList<Keypoint> Points { get; } = points;

    protected override void AddChildren(ChildList children) => children.Add(Points);
}
