using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <param name="IsNamed">The user means this very file, so that not knowing its format is a problem.</param>
readonly record struct FoundFile(string Path, EditorText? Text, bool IsNamed, ReadMemory? Memory = null)
{
    /// <summary>The absolute path; empty before it was looked for.</summary>
    public string FullPath { get; init; } = "";

    /// <summary>Whoever listed its folder saw that it is a regular file.</summary>
    public bool IsRegular { get; init; }

    /// <summary>The place in an archive; null for a file of its own.</summary>
    public ArchiveEntry? Entry { get; init; }
}
