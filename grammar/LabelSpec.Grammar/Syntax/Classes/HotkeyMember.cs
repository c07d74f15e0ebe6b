namespace LabelSpec.Grammar.Syntax;

/// <summary><c>hotkey "c"</c>.</summary>
public sealed class HotkeyMember(Place place, StringLiteral key) : Member(place)
{
    public StringLiteral Key { get; } = key;

    protected override void AddChildren(ChildList children) => children.Add(Key);
}
