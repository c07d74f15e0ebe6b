using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Model;

/// <summary>One object followed through a sequence.</summary>
/// <param name="File">The annotation file that names it.</param>
/// <param name="Id">As the file gives it.</param>
/// <param name="Category">Index of the category that the track declares, −1 where only its shapes do.</param>
/// <param name="Span">The bytes that declare it; <see cref="SourceSpan.None"/> where only its shapes name it (MOT).</param>
public readonly record struct Track(int File, RecordId Id, int Category, SourceSpan Span);
