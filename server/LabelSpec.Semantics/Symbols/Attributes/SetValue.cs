using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Attributes;

public sealed record SetValue(ImmutableArray<string> Values) : AttributeValue
{
    public override string ToString() => string.Join(", ", Values);
}
