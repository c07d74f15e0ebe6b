namespace LabelSpec.Grammar.Syntax;

/// <summary><c>expect RULE [undecided] [at a, b]</c>, <c>expect nothing [from RULE] [at a]</c>.</summary>
public sealed class ExpectMember(Place place, Expectation kind, Name? rule, IReadOnlyList<ExpectedPlace> places)
    : Member(place)
{
    public Expectation Kind { get; } = kind;

    public Name? Rule { get; } = rule;

    public IReadOnlyList<ExpectedPlace> Places { get; } = places;

    protected override void AddChildren(ChildList children) => children.Add(Rule).Add(Places);
}
