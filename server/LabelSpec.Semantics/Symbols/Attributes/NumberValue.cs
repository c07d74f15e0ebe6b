using System.Globalization;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <param name="Value">In the unit of the attribute; percent are converted to a ratio.</param>
public sealed record NumberValue(double Value) : AttributeValue
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
