namespace LabelSpec.Annotations.Sources;

/// <summary>A range of bytes in one of the data set's source files.</summary>
/// <param name="File">Index in <c>Dataset.Files</c>, −1 for <see cref="None"/>.</param>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="Length">Number of bytes.</param>
public readonly record struct SourceSpan(int File, long Start, int Length)
{
    public static SourceSpan None => new(-1, 0, 0);

    public bool IsNone => File < 0;

    /// <summary>Offset after the last byte.</summary>
    public long End => Start + Length;

    /// <summary>So many bytes further on in the file.</summary>
    public SourceSpan Moved(long by) => IsNone ? this : this with { Start = Start + by };

    public bool Contains(long offset) => offset >= Start && offset < End;
}
