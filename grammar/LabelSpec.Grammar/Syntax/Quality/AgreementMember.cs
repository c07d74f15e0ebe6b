namespace LabelSpec.Grammar.Syntax;

/// <summary><c>agreement alpha &gt;= 0.8</c>.</summary>
public sealed class AgreementMember(Place place, IReadOnlyList<Criterion> criteria) : Member(place)
{
    public IReadOnlyList<Criterion> Criteria { get; } = criteria;

    protected override void AddChildren(ChildList children) => children.Add(Criteria);
}
