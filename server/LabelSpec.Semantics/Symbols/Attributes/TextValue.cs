namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>A text, or the name of an enum value.</summary>
public sealed record TextValue(string Value) : AttributeValue
{
    public override string ToString() => Value;
}
