namespace LabelSpec.Semantics.Symbols.Attributes;

public sealed record BoolValue(bool Value) : AttributeValue
{
    public override string ToString() => Value ? "true" : "false";
}
