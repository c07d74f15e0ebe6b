namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Why reading the elements of an array or the members of an object ended.</summary>
enum JsonStop : byte
{
    /// <summary>All of them are read.</summary>
    End,

    /// <summary>The next one lies at or behind the limit.</summary>
    Limit,

    /// <summary>Nothing more can be read.</summary>
    Fault,
}
