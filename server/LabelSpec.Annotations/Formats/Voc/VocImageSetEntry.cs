namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>A line of a list of images.</summary>
/// <param name="Stem">Name of the image's annotation file without its ending.</param>
/// <param name="Value">Whether the image holds the class of the list: 1, −1 or 0; null in plain lists.</param>
/// <param name="Start">Offset of the line in the list.</param>
/// <param name="Length">Bytes of the line.</param>
readonly record struct VocImageSetEntry(string Stem, string? Value, int Start, int Length);
