namespace LabelSpec.Grammar.Syntax;

/// <summary><c>#rrggbb</c>.</summary>
public sealed class ColorLiteral(Place place, int rgb) : SyntaxNode(place)
{
    /// <summary>0xRRGGBB.</summary>
    public int Rgb { get; } = rgb;
}
