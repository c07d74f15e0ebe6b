using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Attributes;

public sealed record IntAttributeType(NumericRange Range) : AttributeType
{
    public override string ToString() => Range == NumericRange.Everything ? "int" : $"int {Range}";
}
