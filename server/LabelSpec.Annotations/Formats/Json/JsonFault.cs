namespace LabelSpec.Annotations.Formats.Json;

/// <summary>What stopped a <see cref="JsonCursor"/>.</summary>
public enum JsonFault : byte
{
    None,

    /// <summary>The text ends inside a value.</summary>
    Truncated,

    /// <summary>Something else stands where the grammar wants a value, a colon, a comma or a bracket.</summary>
    Syntax,
}
