using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>Something to read: a file, a folder, a glob (<c>**</c>, <c>*</c>, <c>?</c>), or a path with an editor's text for it.</summary>
/// <param name="Path">Relative to the current folder, or absolute.</param>
/// <param name="Text">What stands for the file; null to read from disk.</param>
public sealed record ReadInput(string Path, EditorText? Text = null)
{
    public ReadInput(string path, byte[] utf8)
        : this(path, new EditorText(utf8)) { }

    /// <summary>
    /// Kept by whoever reads an editor's text again and again: what is remembered in it is not read anew. The result is the
    /// same with and without.
    /// </summary>
    public ReadMemory? Memory { get; init; }
}
