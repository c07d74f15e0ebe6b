namespace LabelSpec.Grammar.Syntax;

/// <summary><c>text [matching "REGEX"]</c>.</summary>
public sealed class TextType(Place place, StringLiteral? pattern) : AttributeType(place)
{
    public StringLiteral? Pattern { get; } = pattern;

    protected override void AddChildren(ChildList children) => children.Add(Pattern);
}
