namespace LabelSpec.Annotations.Formats.Json;

/// <summary>How a reader wants a member of the top level of a file.</summary>
enum JsonUse : byte
{
    /// <summary>Not at all.</summary>
    Pass,

    /// <summary>As one value.</summary>
    Whole,

    /// <summary>Its elements (or members) one by one.</summary>
    Each,
}
