using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Mots;

/// <summary>MOTS: rows of frame, object, class, height, width and run lengths. See <c>docs/formats/mots.md</c>.</summary>
sealed class MotsFormat : RowFormat
{
    const int Ignored = 10;

    public override string Id => "mots";

    public override string Title => "MOTS";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Extension == ".txt" && RowProbe.MostPass(probe, TextRow.Blanks, IsRow)
            ? new(0.9, "rows of five whole numbers and run lengths")
            : FormatMatch.No;

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    static void Read(FormatFile file)
    {
        var (columns, frames) = (new List<(int, int)>(), new Dictionary<int, int>());
        var lines = new TextLines(file.Bytes);
        while (lines.Next())
            ReadRow(file, TextRow.Split(lines.Line, TextRow.Blanks, columns, lines.Start, file.File), frames);
    }

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    ) =>
        field.Kind switch
        {
            FieldKind.Frame or FieldKind.Image => (0, 1),
            FieldKind.Track or FieldKind.Id => (1, 1),
            FieldKind.Category => (2, 1),
            FieldKind.Height => (3, 1),
            FieldKind.Width => (4, 1),
            FieldKind.MaskSize => (3, 2),
            FieldKind.Segmentation => (5, 1),
            _ => (-1, 0),
        };

    protected internal override string? CategoryText(Dataset dataset, int annotation, string category) =>
        category switch
        {
            "car" => "1",
            "pedestrian" => "2",
            "ignore" => "10",
            _ => null,
        };

    static bool IsRow(in TextRow row) =>
        row.Count == 6
        && RowProbe.AreNumbers(row, 0, 5)
        && RowProbe.IsWhole(row.Number(1))
        && row.Number(3) > 0
        && double.IsNaN(row.Number(5));

    static void ReadRow(FormatFile file, in TextRow row, Dictionary<int, int> frames)
    {
        var part = file.Part;
        if (row.Count != 6)
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {row.Count} columns; MOTS rows have 6."
            );
        var frame = row.Number(0) is >= 0 and <= int.MaxValue and var n ? (int)n : 0;
        var (height, width) = (Pixels(row, 3, part), Pixels(row, 4, part));
        if (!frames.TryGetValue(frame, out var image))
            frames[frame] = image = part.AddImage(
                new(row.Span)
                {
                    FileName = $"{file.Stem}/{frame.ToString("D6", CultureInfo.InvariantCulture)}.png",
                    Width = width,
                    Height = height,
                    Frame = frame,
                    Sequence = file.Stem,
                    State = ImageState.Annotated,
                }
            );
        var number = RowNumbers.Read(row, 2, part.Problems);
        var annotation = new AnnotationRow(row.Span)
        {
            Image = image,
            Frame = frame,
            Category = part.Category(NameOf(number)),
            Flags = number == Ignored ? AnnotationFlags.Ignore : AnnotationFlags.None,
        };
        if (number is not (1 or 2 or Ignored))
            part.Problems.Report(
                RowProblems.UnknownValue,
                row.SpanOf(2) is { IsNone: false } at ? at : row.Span,
                $"MOTS has no class {number}."
            );
        if (RowNumbers.Read(row, 1, part.Problems) is >= 0 and <= int.MaxValue and var id)
        {
            annotation.Id = part.IdOf((long)id);
            annotation.Track = part.AddTrack(new(file.File, annotation.Id, -1, Sources.SourceSpan.None));
        }
        SetMask(ref annotation, row, part, height, width);
        part.AddAnnotation(annotation);
    }

    static void SetMask(ref AnnotationRow annotation, in TextRow row, DatasetPart part, int height, int width)
    {
        annotation.Shape = ShapeKind.Mask;
        var result = (long)height * width <= 1L << 30 ? RleMask.FromText(row[5], height, width) : default;
        if (result.HasMask)
            Shapes.SetMask(ref annotation, part, result.Mask!);
        else
            part.Problems.Report(
                RowProblems.UnknownValue,
                row.SpanOf(5) is { IsNone: false } at ? at : row.Span,
                "These run lengths do not fill a mask of this size; the row keeps the rest."
            );
    }

    static int Pixels(in TextRow row, int column, DatasetPart part) =>
        RowNumbers.Read(row, column, part.Problems) is > 0 and <= int.MaxValue and var number ? (int)number : 0;

    static string NameOf(double number) =>
        number switch
        {
            1 => "car",
            2 => "pedestrian",
            Ignored => "ignore",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
}
