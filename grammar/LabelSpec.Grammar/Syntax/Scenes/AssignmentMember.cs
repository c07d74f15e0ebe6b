namespace LabelSpec.Grammar.Syntax;

/// <summary><c>helmet = yes</c>.</summary>
public sealed class AssignmentMember(Place place, Name name, Expression value) : Member(place)
{
    public Name Name { get; } = name;

    public Expression Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Value);
}
