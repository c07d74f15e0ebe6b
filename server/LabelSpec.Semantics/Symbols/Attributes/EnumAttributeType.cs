using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>Exactly one of the values.</summary>
public sealed record EnumAttributeType(ImmutableArray<EnumValueSymbol> Values) : AttributeType
{
    public override string ToString() => string.Join(" | ", Values);
}
