namespace LabelSpec.Grammar.Syntax;

/// <summary><c>tolerance 2px</c> in a check.</summary>
public sealed class SettingMember(Place place, Name name, Expression? value) : Member(place)
{
    public Name Name { get; } = name;

    public Expression? Value { get; } = value;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Value);
}
