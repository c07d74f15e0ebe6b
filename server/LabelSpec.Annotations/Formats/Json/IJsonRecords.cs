namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Receives the records of a JSON file.</summary>
interface IJsonRecords
{
    /// <summary>How a member of the top level is wanted; the empty key stands for the value of the file itself.</summary>
    JsonUse UseOf(scoped ReadOnlySpan<byte> key);

    /// <param name="key">The member of the top level that the record is, or lies in.</param>
    /// <param name="record">Counts until this method returns.</param>
    void Read(scoped ReadOnlySpan<byte> key, JsonNode record);

    /// <summary>
    /// Whether what was read so far has a say in what records behind it mean, or they in it. Most formats never know it; of those that do,
    /// a text that is being edited is read as a whole.
    /// </summary>
    bool KnowsOthers => false;
}
