using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Building;

/// <summary>The annotation columns while they grow. A part has one with its own numbering, the data set has the final one.</summary>
sealed class AnnotationColumnsBuilder(int rowsInMemory)
{
    /// <summary>
    /// With more rows than this, columns lie in a temporary file: eighty bytes for each of twenty million annotations would fill
    /// the memory of a small machine.
    /// </summary>
    public const int MostInMemory = 4 << 20;

    public AnnotationColumnsBuilder()
        : this(MostInMemory) { }

    public ColumnBuilder<int> Image { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<RecordId> ImageId { get; } = new(RecordId.None, rowsInMemory);
    public ColumnBuilder<int> Category { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<RecordId> CategoryId { get; } = new(RecordId.None, rowsInMemory);
    public ColumnBuilder<RecordId> Id { get; } = new(RecordId.None, rowsInMemory);
    public ColumnBuilder<ShapeKind> Shape { get; } = new(ShapeKind.None, rowsInMemory);
    public ColumnBuilder<AnnotationFlags> Flags { get; } = new(AnnotationFlags.None, rowsInMemory);
    public ColumnBuilder<Box> Box { get; } = new(default, rowsInMemory);
    public ColumnBuilder<int> File { get; } = new(0, rowsInMemory);
    public ColumnBuilder<long> Start { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Length { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Geometry { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Rings { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<double> Angle { get; } = new(0, rowsInMemory);
    public ColumnBuilder<double> Area { get; } = new(double.NaN, rowsInMemory);
    public ColumnBuilder<double> Score { get; } = new(double.NaN, rowsInMemory);
    public ColumnBuilder<int> KeypointCount { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Group { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Track { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> Frame { get; } = new(-1, rowsInMemory);
    public ColumnBuilder<int> ZOrder { get; } = new(0, rowsInMemory);
    public ColumnBuilder<int> Annotator { get; } = new(-1, rowsInMemory);

    public int Count => Start.Count;

    public void Add(in AnnotationRow row, int annotator)
    {
        Image.Add(row.Image);
        ImageId.Add(row.ImageId);
        Category.Add(row.Category);
        CategoryId.Add(row.CategoryId);
        Id.Add(row.Id);
        Shape.Add(row.Shape);
        Flags.Add(row.Id.IsNone ? row.Flags : row.Flags | AnnotationFlags.HasId);
        Box.Add(row.Box);
        File.Add(row.Span.File);
        Start.Add(row.Span.Start);
        Length.Add(row.Span.Length);
        Geometry.Add(row.Geometry);
        Rings.Add(row.Rings);
        Angle.Add(row.Angle);
        Area.Add(row.Area);
        Score.Add(row.Score);
        KeypointCount.Add(row.KeypointCount);
        Group.Add(row.Group);
        Track.Add(row.Track);
        Frame.Add(row.Frame);
        ZOrder.Add(row.ZOrder);
        Annotator.Add(annotator);
    }

    public void AddRange(AnnotationColumnsBuilder other)
    {
        Image.AddRange(other.Image);
        ImageId.AddRange(other.ImageId);
        Category.AddRange(other.Category);
        CategoryId.AddRange(other.CategoryId);
        Id.AddRange(other.Id);
        Shape.AddRange(other.Shape);
        Flags.AddRange(other.Flags);
        Box.AddRange(other.Box);
        File.AddRange(other.File);
        Start.AddRange(other.Start);
        Length.AddRange(other.Length);
        Geometry.AddRange(other.Geometry);
        Rings.AddRange(other.Rings);
        Angle.AddRange(other.Angle);
        Area.AddRange(other.Area);
        Score.AddRange(other.Score);
        KeypointCount.AddRange(other.KeypointCount);
        Group.AddRange(other.Group);
        Track.AddRange(other.Track);
        Frame.AddRange(other.Frame);
        ZOrder.AddRange(other.ZOrder);
        Annotator.AddRange(other.Annotator);
    }

    public void Reserve(int rows)
    {
        Image.Reserve(rows);
        ImageId.Reserve(rows);
        Category.Reserve(rows);
        CategoryId.Reserve(rows);
        Id.Reserve(rows);
        Shape.Reserve(rows);
        Flags.Reserve(rows);
        Box.Reserve(rows);
        File.Reserve(rows);
        Start.Reserve(rows);
        Length.Reserve(rows);
        Geometry.Reserve(rows);
        Rings.Reserve(rows);
        Angle.Reserve(rows);
        Area.Reserve(rows);
        Score.Reserve(rows);
        KeypointCount.Reserve(rows);
        Group.Reserve(rows);
        Track.Reserve(rows);
        Frame.Reserve(rows);
        ZOrder.Reserve(rows);
        Annotator.Reserve(rows);
    }

    public void Clear()
    {
        Image.Clear();
        ImageId.Clear();
        Category.Clear();
        CategoryId.Clear();
        Id.Clear();
        Shape.Clear();
        Flags.Clear();
        Box.Clear();
        File.Clear();
        Start.Clear();
        Length.Clear();
        Geometry.Clear();
        Rings.Clear();
        Angle.Clear();
        Area.Clear();
        Score.Clear();
        KeypointCount.Clear();
        Group.Clear();
        Track.Clear();
        Frame.Clear();
        ZOrder.Clear();
        Annotator.Clear();
    }

    public AnnotationColumns Build(
        string[] annotators,
        AttributeTable attributes,
        Dictionary<int, RecordId> danglingImages,
        Dictionary<int, RecordId> danglingCategories
    ) =>
        new()
        {
            Count = Count,
            Image = Image.BuildStore(),
            Category = Category.BuildStore(),
            Shape = Shape.BuildStore(),
            Box = Box.BuildStore(),
            Flags = Flags.BuildStore(),
            Id = Id.BuildStore(),
            Start = Start.BuildStore(),
            Length = Length.BuildStore(),
            File = File.Build(),
            Geometry = Geometry.Build(),
            Rings = Rings.Build(),
            Angle = Angle.Build(),
            Area = Area.Build(),
            Score = Score.Build(),
            KeypointCount = KeypointCount.Build(),
            Group = Group.Build(),
            Track = Track.Build(),
            Frame = Frame.Build(),
            ZOrder = ZOrder.Build(),
            Annotator = Annotator.Build(),
            AnnotatorNames = annotators,
            Attributes = attributes,
            DanglingImages = danglingImages,
            DanglingCategories = danglingCategories,
        };
}
