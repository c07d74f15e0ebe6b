using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Semantics.Types;

/// <summary>One of the values of an attribute, or of several attributes of the same name.</summary>
public sealed record EnumType(string AttributeName, ImmutableArray<string> Values) : LabelType
{
    /// <summary>The declarations of the values; several of one name where several attributes are meant.</summary>
    public ImmutableArray<EnumValueSymbol> Symbols { get; init; } = [];

    public override string DisplayName => $"one of `{AttributeName}`";

    public bool Has(string value) => Values.Contains(value);

    public bool Equals(EnumType? other) =>
        other is not null
        && AttributeName == other.AttributeName
        && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => HashCode.Combine(AttributeName, Values.Length);
}
