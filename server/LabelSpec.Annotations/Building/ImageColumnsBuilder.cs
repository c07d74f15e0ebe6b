using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Building;

/// <summary>The image columns while they grow.</summary>
sealed class ImageColumnsBuilder
{
    public ColumnBuilder<RecordId> Id { get; } = new(RecordId.None);
    public List<string> FileName { get; } = [];
    public ColumnBuilder<int> Width { get; } = new(0);
    public ColumnBuilder<int> Height { get; } = new(0);
    public ColumnBuilder<int> File { get; } = new(0);
    public ColumnBuilder<long> Start { get; } = new(-1);
    public ColumnBuilder<int> Length { get; } = new(-1);
    public ColumnBuilder<int> Frame { get; } = new(-1);
    public ColumnBuilder<int> Sequence { get; } = new(-1);
    public ColumnBuilder<int> Split { get; } = new(-1);
    public ColumnBuilder<ImageState> State { get; } = new(ImageState.Unknown);
    public ColumnBuilder<CoordinateUnit> Unit { get; } = new(CoordinateUnit.Pixels);

    public int Count => FileName.Count;

    public void Add(in ImageRow row, int sequence, int split)
    {
        Id.Add(row.Id);
        FileName.Add(row.FileName);
        Width.Add(row.Width);
        Height.Add(row.Height);
        File.Add(row.Span.File);
        Start.Add(row.Span.Start);
        Length.Add(row.Span.Length);
        Frame.Add(row.Frame);
        Sequence.Add(sequence);
        Split.Add(split);
        State.Add(row.State);
        Unit.Add(row.Unit);
    }

    public void AddRange(ImageColumnsBuilder other)
    {
        Id.AddRange(other.Id);
        FileName.AddRange(other.FileName);
        Width.AddRange(other.Width);
        Height.AddRange(other.Height);
        File.AddRange(other.File);
        Start.AddRange(other.Start);
        Length.AddRange(other.Length);
        Frame.AddRange(other.Frame);
        Sequence.AddRange(other.Sequence);
        Split.AddRange(other.Split);
        State.AddRange(other.State);
        Unit.AddRange(other.Unit);
    }

    public void Reserve(int rows)
    {
        Id.Reserve(rows);
        FileName.EnsureCapacity(rows);
        Width.Reserve(rows);
        Height.Reserve(rows);
        File.Reserve(rows);
        Start.Reserve(rows);
        Length.Reserve(rows);
        Frame.Reserve(rows);
        Sequence.Reserve(rows);
        Split.Reserve(rows);
        State.Reserve(rows);
        Unit.Reserve(rows);
    }

    public void Clear()
    {
        Id.Clear();
        FileName.Clear();
        Width.Clear();
        Height.Clear();
        File.Clear();
        Start.Clear();
        Length.Clear();
        Frame.Clear();
        Sequence.Clear();
        Split.Clear();
        State.Clear();
        Unit.Clear();
    }

    public ImageColumns Build(string[] sequences, string[] splits, AttributeTable attributes) =>
        new()
        {
            Id = Id.BuildDense(),
            FileName = [.. FileName],
            Width = Width.BuildDense(),
            Height = Height.BuildDense(),
            File = File.Build(),
            Start = Start.BuildDense(),
            Length = Length.BuildDense(),
            Frame = Frame.Build(),
            Sequence = Sequence.Build(),
            Split = Split.Build(),
            State = State.Build(),
            Unit = Unit.Build(),
            SequenceNames = sequences,
            SplitNames = splits,
            Attributes = attributes,
        };
}
