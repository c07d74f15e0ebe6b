namespace LabelSpec.Annotations.Project;

/// <summary>
/// A place in a text. Lines and columns count from 1, columns and offsets in UTF-16 units; the end is not part of it.
/// </summary>
public readonly record struct TextRange(
    int StartOffset,
    int EndOffset,
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn
);
