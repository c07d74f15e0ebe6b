namespace LabelSpec.Grammar.Syntax;

/// <summary><c>accept accuracy &gt;= 90%, recall of pedestrian &gt;= 95%</c>.</summary>
public sealed class AcceptMember(Place place, IReadOnlyList<Criterion> criteria) : Member(place)
{
    public IReadOnlyList<Criterion> Criteria { get; } = criteria;

    protected override void AddChildren(ChildList children) => children.Add(Criteria);
}
