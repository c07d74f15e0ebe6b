namespace LabelSpec.Semantics.Symbols.Attributes;

public sealed record BoolAttributeType : AttributeType
{
    public override string ToString() => "bool";
}
