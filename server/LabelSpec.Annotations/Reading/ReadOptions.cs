using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Reading;

public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    /// <summary>
    /// Declared by the user: every file that is given by name is of this format, whatever it looks like, and of the files of
    /// a folder those that look like it are read.
    /// </summary>
    public IAnnotationFormat? Format { get; init; }

    /// <summary>The folder that file names of images are relative to; null to try what the format suggests.</summary>
    public string? ImageRoot { get; init; }

    /// <summary>
    /// Says of each file how it is read and who made it, by the entry of its <c>datasets</c> that names the file, and what
    /// split it belongs to; null without a project. What the other options declare goes before it.
    /// </summary>
    public ProjectFile? Project { get; init; }

    /// <summary>How coordinates are written, where the user declares it; formats with a single convention ignore it.</summary>
    public CoordinateSettings? Coordinates { get; init; }

    /// <summary>Which column of a table holds what, where the user declares it; only tables look at it.</summary>
    public TableColumns? Columns { get; init; }

    /// <summary>Whether sizes that only a picture knows are read from its header, for formats that store shares of it.</summary>
    public bool ReadsPictures { get; init; } = true;

    /// <summary>
    /// Nobody changes the files until the data set is done with, so that big ones need not be held in memory: what findings point at
    /// is read again. Who writes files back wants them held, to see whether they are still what was read.
    /// </summary>
    public bool Streams { get; init; }

    /// <summary>Somebody is going to ask for the hash of every file, so that it is made while the bytes are at hand.</summary>
    public bool Hashes { get; init; }

    internal ReadSizes Sizes { get; init; } = ReadSizes.Default;

    /// <summary>Whether what is written as usual is read in a short way. What comes out does not depend on it; tests compare.</summary>
    internal bool TakesShortcuts { get; init; } = true;

    /// <summary>Threads to use; all cores by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
