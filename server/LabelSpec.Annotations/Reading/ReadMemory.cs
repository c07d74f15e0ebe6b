namespace LabelSpec.Annotations.Reading;

/// <summary>
/// What was read of one editor's text, so that after an edit only what it touched is read again. It belongs to one text and to
/// one reading at a time.
/// </summary>
public sealed class ReadMemory
{
    /// <summary>Smaller files are read as a whole; their readers remember nothing.</summary>
    internal long SmallestFile { get; init; } = 1 << 20;

    /// <summary>About how many bytes are read again for an edit.</summary>
    internal int StretchSize { get; init; } = 64 << 10;

    /// <summary>The format that was recognised by the text's beginning.</summary>
    internal DetectedFormat? Format { get; set; }

    /// <summary>What the reader of the text's format made of it; no other knows its type.</summary>
    internal object? Content { get; set; }
}
