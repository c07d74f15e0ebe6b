using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Model;

/// <summary>The storage behind <see cref="AnnotationTable"/>; columns may have room for more than <see cref="Count"/> rows.</summary>
sealed record AnnotationColumns
{
    public required int Count { get; init; }
    public required ColumnStore<int> Image { get; init; }
    public required ColumnStore<int> Category { get; init; }
    public required ColumnStore<ShapeKind> Shape { get; init; }
    public required ColumnStore<Box> Box { get; init; }
    public required ColumnStore<AnnotationFlags> Flags { get; init; }
    public required ColumnStore<RecordId> Id { get; init; }
    public required ColumnStore<long> Start { get; init; }
    public required ColumnStore<int> Length { get; init; }
    public required Column<int> File { get; init; }
    public required Column<int> Geometry { get; init; }
    public required Column<int> Rings { get; init; }
    public required Column<double> Angle { get; init; }
    public required Column<double> Area { get; init; }
    public required Column<double> Score { get; init; }
    public required Column<int> KeypointCount { get; init; }
    public required Column<int> Group { get; init; }
    public required Column<int> Track { get; init; }
    public required Column<int> Frame { get; init; }
    public required Column<int> ZOrder { get; init; }
    public required Column<int> Annotator { get; init; }
    public required string[] AnnotatorNames { get; init; }
    public required AttributeTable Attributes { get; init; }
    public required Dictionary<int, RecordId> DanglingImages { get; init; }
    public required Dictionary<int, RecordId> DanglingCategories { get; init; }
}
