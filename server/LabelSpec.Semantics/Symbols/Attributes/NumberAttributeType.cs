using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Attributes;

public sealed record NumberAttributeType(NumericRange Range, Unit Unit) : AttributeType
{
    public override string ToString() =>
        "number" + (Range == NumericRange.Everything ? "" : $" {Range}") + (Unit.IsScalar ? "" : $" {Unit}");
}
