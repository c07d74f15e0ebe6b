namespace LabelSpec.Annotations.Reading;

/// <summary>Something to read: a file, a folder, a glob (<c>**</c>, <c>*</c>, <c>?</c>), or a path with an editor's text for it.</summary>
/// <param name="Path">Relative to the current folder, or absolute.</param>
/// <param name="Buffer">UTF-8 text that stands for the file; null to read from disk.</param>
public sealed record ReadInput(string Path, byte[]? Buffer = null);
