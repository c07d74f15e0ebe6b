namespace LabelSpec.Grammar.Syntax;

/// <summary><c>skeleton [body] { nose 10 20, left_eye 12 18 hidden, … }</c>; a point that is not named is not labelled.</summary>
public sealed class SkeletonGeometry(Place place, Name? skeleton, IReadOnlyList<KeypointPosition> points)
    : Geometry(place)
{
    public Name? Skeleton { get; } = skeleton;

    public IReadOnlyList<KeypointPosition> Points { get; } = points;

    protected override void AddChildren(ChildList children) => children.Add(Skeleton).Add(Points);
}
