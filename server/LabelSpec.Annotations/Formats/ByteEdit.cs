namespace LabelSpec.Annotations.Formats;

/// <summary>Replaces the bytes from <paramref name="Start"/> up to <paramref name="End"/> by a text in UTF-8.</summary>
/// <param name="File">Index in <c>Dataset.Files</c>.</param>
public readonly record struct ByteEdit(int File, long Start, long End, string Text);
