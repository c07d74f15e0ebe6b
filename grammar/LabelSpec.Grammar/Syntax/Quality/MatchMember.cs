namespace LabelSpec.Grammar.Syntax;

/// <summary><c>match iou &gt;= 0.5</c>: when an annotation counts as the same as one of the ground truth.</summary>
public sealed class MatchMember(Place place, IReadOnlyList<Criterion> criteria) : Member(place)
{
    public IReadOnlyList<Criterion> Criteria { get; } = criteria;

    protected override void AddChildren(ChildList children) => children.Add(Criteria);
}
