namespace LabelSpec.Grammar.Syntax;

/// <summary>Literal text, unescaped.</summary>
public sealed class TextPart(Place place, string text) : MessagePart(place)
{
    public string Text { get; } = text;
}
