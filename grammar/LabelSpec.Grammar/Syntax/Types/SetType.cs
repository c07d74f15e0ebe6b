namespace LabelSpec.Grammar.Syntax;

/// <summary><c>any of a | b | c</c>: a set of values.</summary>
public sealed class SetType(Place place, IReadOnlyList<EnumValue> values, MemberBlock? block) : AttributeType(place)
{
    public IReadOnlyList<EnumValue> Values { get; } = values;

    /// <summary>The block in which the values stand, if they stand in one; it also holds what could not be parsed.</summary>
    public MemberBlock? Block { get; } = block;

    protected override void AddChildren(ChildList children)
    {
        if (Block is null)
            children.Add(Values);
        else
            children.Add(Block);
    }
}
