using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>Any of the values, also none or several.</summary>
public sealed record SetAttributeType(ImmutableArray<EnumValueSymbol> Values) : AttributeType
{
    public override string ToString() => "any of " + string.Join(" | ", Values);
}
