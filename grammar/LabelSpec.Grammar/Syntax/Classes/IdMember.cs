namespace LabelSpec.Grammar.Syntax;

/// <summary><c>id 3</c>: the number of the class in annotation files.</summary>
public sealed class IdMember(Place place, NumberLiteral value) : Member(place)
{
    public NumberLiteral Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Value);
}
