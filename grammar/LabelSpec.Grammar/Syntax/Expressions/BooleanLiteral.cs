namespace LabelSpec.Grammar.Syntax;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanLiteral(Place place, bool value) : Expression(place)
{
    public bool Value { get; } = value;
}
