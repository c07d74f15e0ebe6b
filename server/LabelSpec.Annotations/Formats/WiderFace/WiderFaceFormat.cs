using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.WiderFace;

/// <summary>
/// WIDER FACE: the name of a picture, the number of faces, and a row for each. See <c>docs/formats/widerface.md</c>.
/// </summary>
sealed class WiderFaceFormat : RowFormat
{
    static readonly string[] Codes = ["blur", "expression", "illumination", "invalid", "occlusion", "pose"];
    static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    public override string Id => "widerface";

    public override string Title => "WIDER FACE";

    public override IReadOnlyList<string> OwnAttributes => Codes;

    protected override int BatchSize => 1;

    protected override bool MayBeEmpty => false;

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension != ".txt")
            return FormatMatch.No;
        var lines = new TextLines(Sources.SourceBytes.Of(probe.Head.ToArray()));
        if (!lines.Next() || !IsPicture(lines.Line) || !lines.Next())
            return FormatMatch.No;
        var row = TextRow.Split(lines.Line, TextRow.Blanks, []);
        if (row.Count == 1 && row.Number(0) >= 0)
            return new(0.9, "the name of a picture, then a number of rows");
        return IsFace(row) && probe.Head is [(byte)'#', ..]
            ? new(0.9, "'#' and the name of a picture, then rows of numbers")
            : FormatMatch.No;
    }

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    static void Read(FormatFile file)
    {
        var columns = new List<(int, int)>();
        var (image, stated, faces, count) = (-1, -1, 0, Sources.SourceSpan.None);
        var lines = new TextLines(file.Bytes);
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, TextRow.Blanks, columns, lines.Start, file.File);
            if (IsPicture(lines.Line) || (image < 0 && !IsFace(row)))
            {
                CheckCount(file.Part, count, stated, faces);
                image = AddImage(file, row, lines.Line);
                (stated, faces, count) = (-1, 0, Sources.SourceSpan.None);
            }
            else if (
                row.Count == 1
                && stated < 0
                && faces == 0
                && row.Number(0) is >= 0 and <= int.MaxValue and var number
            )
                (stated, count) = ((int)number, row.Span);
            // "No faces" is followed by a row of zeros.
            else if (stated != 0 || !IsZero(row))
            {
                ReadFace(file, row, image);
                faces++;
            }
            if (image >= 0 && stated == 0)
                file.Part.Images.State[image] = ImageState.Empty;
        }
        CheckCount(file.Part, count, stated, faces);
    }

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    ) =>
        field.Kind switch
        {
            FieldKind.Box => (0, 4),
            FieldKind.BoxPart => (field.Index, 1),
            FieldKind.Attribute when Array.IndexOf(Codes, field.Name) is >= 0 and var code => (4 + code, 1),
            _ => (-1, 0),
        };

    protected internal override string RemovalRefusal =>
        "the number of faces before the rows would be wrong; remove the row and correct the number by hand";

    // Everything is a face.
    protected internal override string? CategoryText(Dataset dataset, int annotation, string category) => null;

    protected internal override double[] BoxNumbers(Dataset dataset, int annotation, Box box) =>
        [box.Left, box.Top, box.Width, box.Height];

    static bool IsPicture(ReadOnlySpan<byte> line)
    {
        foreach (var extension in Extensions)
            if (
                line.Length > extension.Length
                && System.Text.Ascii.EqualsIgnoreCase(line[^extension.Length..], extension)
            )
                return true;
        return false;
    }

    static bool IsFace(in TextRow row) => row.Count >= 4 && RowProbe.AreNumbers(row, 0, 4);

    static bool IsZero(in TextRow row)
    {
        for (var column = 0; column < row.Count; column++)
            if (row.Number(column) != 0)
                return false;
        return true;
    }

    static int AddImage(FormatFile file, in TextRow row, ReadOnlySpan<byte> line) =>
        file.Part.AddImage(
            new(row.Span)
            {
                FileName = System.Text.Encoding.UTF8.GetString(line.TrimStart("# "u8)),
                State = ImageState.Annotated,
            }
        );

    static void CheckCount(DatasetPart part, Sources.SourceSpan span, int stated, int faces)
    {
        if (stated >= 0 && stated != faces)
            part.Problems.Report(
                RowProblems.CountDiffers,
                span,
                $"{stated} faces are announced, and {faces} rows follow. Correct the number, or add what is missing."
            );
    }

    static void ReadFace(FormatFile file, in TextRow row, int image)
    {
        var part = file.Part;
        if (row.Count < 4)
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {row.Count} columns; a face has 10."
            );
        var annotation = new AnnotationRow(row.Span) { Image = image, Category = part.Category("face") };
        Shapes.SetBox(
            ref annotation,
            new Box(Number(row, 0, part), Number(row, 1, part), Number(row, 2, part), Number(row, 3, part))
        );
        var hasCodes = row.Count == 10;
        if (hasCodes && row.Number(7) == 1)
            annotation.Flags |= AnnotationFlags.Ignore;
        var index = part.AddAnnotation(annotation);
        for (var code = 0; hasCodes && code < Codes.Length; code++)
            part.SetAttribute(index, Codes[code], AttributeValue.Of(Number(row, 4 + code, part)));
    }

    static double Number(in TextRow row, int column, DatasetPart part) => RowNumbers.Read(row, column, part.Problems);
}
