using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// The images (or video frames) as files declare them, in file order. Two files that declare the same picture make two
/// rows; <see cref="FileNames"/> tells that they are one picture.
/// </summary>
public sealed class ImageTable
{
    readonly ImageColumns columns;

    internal ImageTable(ImageColumns columns) => this.columns = columns;

    public int Count => columns.FileName.Length;

    public ReadOnlySpan<RecordId> Ids => columns.Id.AsSpan(0, Count);

    /// <summary>The picture's name as the file spells it, with folders and slashes; empty when it gives none.</summary>
    public ReadOnlySpan<string> FileNames => columns.FileName;

    /// <summary>Pixels; 0 where the file declares no usable width.</summary>
    public ReadOnlySpan<int> Widths => columns.Width.AsSpan(0, Count);

    /// <summary>Pixels; 0 where the file declares no usable height.</summary>
    public ReadOnlySpan<int> Heights => columns.Height.AsSpan(0, Count);

    /// <summary>Number of the frame in its sequence, from 0; −1 for single pictures.</summary>
    public Column<int> Frames => columns.Frame;

    /// <summary>Index in <see cref="SequenceNames"/>, −1 for single pictures.</summary>
    public Column<int> Sequences => columns.Sequence;

    /// <summary>Index in <see cref="SplitNames"/>, −1 where the data names no split.</summary>
    public Column<int> Splits => columns.Split;

    public Column<ImageState> States => columns.State;

    /// <summary>
    /// Pixels, or Normalized where a format stores shares of the size and the size is not known. The image is then 1 by 1
    /// and nothing that is stated in pixels can be decided.
    /// </summary>
    public Column<CoordinateUnit> Units => columns.Unit;

    public ReadOnlySpan<string> SequenceNames => columns.SequenceNames;

    public ReadOnlySpan<string> SplitNames => columns.SplitNames;

    public AttributeTable Attributes => columns.Attributes;

    /// <summary>The annotation file that declares an image.</summary>
    public int FileOf(int image) => columns.File[image];

    /// <summary>The bytes that declare an image.</summary>
    public SourceSpan SpanOf(int image) => new(columns.File[image], columns.Start[image], columns.Length[image]);

    public string? SequenceOf(int image) => NameAt(columns.SequenceNames, columns.Sequence[image]);

    public string? SplitOf(int image) => NameAt(columns.SplitNames, columns.Split[image]);

    static string? NameAt(string[] names, int index) => index < 0 ? null : names[index];
}
