using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Dota;

/// <summary>DOTA: rows of four corners, a class and a difficulty, a file for each image. See <c>docs/formats/dota.md</c>.</summary>
sealed class DotaFormat : RowFormat
{
    const int ClassColumn = 8;

    public override string Id => "dota";

    public override string Title => "DOTA";

    public override IReadOnlyList<string> OwnAttributes { get; } = ["difficult"];

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension != ".txt")
            return FormatMatch.No;
        if (probe.IsComplete && probe.Head.IsEmpty)
            return FolderOf(probe.Path).StartsWith("labelTxt", StringComparison.OrdinalIgnoreCase)
                ? new(0.4, "an empty file in a folder 'labelTxt'")
                : FormatMatch.No;
        return RowProbe.MostPass(probe, TextRow.Blanks, static (in row) => IsHeader(row) || IsObject(row))
            ? new(0.9, "rows of eight numbers, a name and a difficulty")
            : FormatMatch.No;
    }

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    static void Read(FormatFile file)
    {
        var part = file.Part;
        var image = part.AddImage(new(file.Span) { FileName = file.Stem + ".png", State = ImageState.Annotated });
        var (columns, count) = (new List<(int, int)>(), 0);
        var lines = new TextLines(file.Bytes);
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, TextRow.Blanks, columns, lines.Start, file.File);
            if (IsHeader(row))
                ReadHeader(row, part, image);
            else
            {
                ReadRow(row, file, image);
                count++;
            }
        }
        if (count == 0)
            part.Images.State[image] = ImageState.Empty;
    }

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    ) =>
        field.Kind switch
        {
            FieldKind.Category => (ClassColumn, 1),
            FieldKind.Box or FieldKind.Segmentation or FieldKind.Part => (0, 8),
            FieldKind.BoxPart => (field.Index, 1),
            FieldKind.Vertex => (2 * field.Vertex, 2),
            FieldKind.Attribute when field.Name == "difficult" => (ClassColumn + 1, 1),
            _ => (-1, 0),
        };

    protected internal override double[]? BoxNumbers(Dataset dataset, int annotation, Box box) =>
        dataset.Annotations.Shapes[annotation] == ShapeKind.RotatedBox
            ? RotatedBox.FromBox(box, dataset.Annotations.Angles[annotation]).Corners()
            : null;

    static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path) ?? "");

    static bool IsHeader(in TextRow row) => row[0].StartsWith("imagesource:"u8) || row[0].StartsWith("gsd:"u8);

    static bool IsObject(in TextRow row) =>
        row.Count is 9 or 10 && RowProbe.AreNumbers(row, 0, ClassColumn) && double.IsNaN(row.Number(ClassColumn));

    static void ReadHeader(in TextRow row, DatasetPart part, int image)
    {
        var text = row.Text(0);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var value = text[(colon + 1)..];
        part.SetImageAttribute(
            image,
            text[..colon],
            double.TryParse(value, CultureInfo.InvariantCulture, out var number)
                ? AttributeValue.Of(number)
                : AttributeValue.Of(value)
        );
    }

    static void ReadRow(in TextRow row, FormatFile file, int image)
    {
        var part = file.Part;
        if (row.Count is not (9 or 10))
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {row.Count} columns; four corners, a class and a difficulty are 10."
            );
        var corners = new double[8];
        for (var i = 0; i < corners.Length; i++)
            corners[i] = RowNumbers.Read(row, i, part.Problems);
        var annotation = new AnnotationRow(row.Span)
        {
            Image = image,
            Category = row.Has(ClassColumn) ? part.Category(part.Texts.Get(row[ClassColumn])) : -1,
        };
        Shapes.SetPoints(ref annotation, part, corners);
        if (RectangleFit.TryFit(corners, out var box))
        {
            annotation.Shape = ShapeKind.RotatedBox;
            annotation.Box = Box.FromCenter(box.CenterX, box.CenterY, box.Width, box.Height);
            annotation.Angle = box.AngleDegrees;
        }
        var difficult = RowNumbers.ReadOptional(row, ClassColumn + 1, part.Problems);
        if (difficult > 0)
            annotation.Flags |= AnnotationFlags.Difficult;
        var index = part.AddAnnotation(annotation);
        if (!double.IsNaN(difficult))
            part.SetAttribute(index, "difficult", AttributeValue.Of(difficult));
    }
}
