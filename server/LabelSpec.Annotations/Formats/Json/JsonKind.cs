namespace LabelSpec.Annotations.Formats.Json;

/// <summary>What a JSON value is, told by its first byte.</summary>
public enum JsonKind : byte
{
    None,
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}
