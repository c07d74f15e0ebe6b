namespace LabelSpec.Grammar.Syntax;

/// <summary>A string.</summary>
public sealed class StringLiteral(Place place, string value) : Expression(place)
{
    /// <summary>Unescaped; of a block string, with the common indentation removed.</summary>
    public string Value { get; } = value;
}
