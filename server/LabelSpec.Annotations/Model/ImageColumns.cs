using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Model;

/// <summary>The storage behind <see cref="ImageTable"/>.</summary>
sealed record ImageColumns
{
    public required RecordId[] Id { get; init; }
    public required string[] FileName { get; init; }
    public required int[] Width { get; init; }
    public required int[] Height { get; init; }
    public required Column<int> File { get; init; }
    public required long[] Start { get; init; }
    public required int[] Length { get; init; }
    public required Column<int> Frame { get; init; }
    public required Column<int> Sequence { get; init; }
    public required Column<int> Split { get; init; }
    public required Column<ImageState> State { get; init; }
    public required Column<CoordinateUnit> Unit { get; init; }
    public required string[] SequenceNames { get; init; }
    public required string[] SplitNames { get; init; }
    public required AttributeTable Attributes { get; init; }
}
