namespace LabelSpec.Grammar.Syntax;

/// <summary>A bare string in a block: text for people.</summary>
public sealed class ProseMember(Place place, StringLiteral text) : Member(place)
{
    public StringLiteral Text { get; } = text;

    protected override void AddChildren(ChildList children) => children.Add(Text);
}
