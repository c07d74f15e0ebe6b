namespace LabelSpec.Annotations.Reading;

/// <summary>
/// How files are cut for reading, in bytes. What comes out does not depend on it; tests cut at every place to see that.
/// </summary>
sealed record ReadSizes
{
    public static ReadSizes Default { get; } = new();

    /// <summary>Smaller files are read side by side, larger ones by all threads together.</summary>
    public long SmallestBig { get; init; } = 1 << 20;

    /// <summary>What one thread reads of a big file before it looks for more.</summary>
    public int Stretch { get; init; } = 1 << 20;

    /// <summary>Smaller files are held in memory also by those who could do with pieces.</summary>
    public long SmallestStreamed { get; init; } = 4 << 20;

    /// <summary>What is read of a file that lies on disk to see how it goes on.</summary>
    public int Ahead { get; init; } = 64 << 10;
}
