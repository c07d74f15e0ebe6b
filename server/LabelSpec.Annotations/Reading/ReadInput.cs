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

    /// <summary>Whether the user means this very file, so that not knowing its format is a problem.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>Every file below a folder that may hold annotations, in the order in which a folder is read.</summary>
    public static IEnumerable<ReadInput> Below(string folder) =>
        InputExpander
            .FilesUnder(folder, static (_, _, _) => { })
            .Select(file => new ReadInput(file.Path) { IsNamed = false });
}
