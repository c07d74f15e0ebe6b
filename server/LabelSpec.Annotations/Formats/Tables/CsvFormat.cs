using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>Tables with a header whose columns have usual names or are declared. See <c>docs/formats/csv.md</c>.</summary>
sealed class CsvFormat : RowFormat, IAnnotationFormat
{
    public override string Id => "csv";

    public override string Title => "CSV table";

    /// <summary>Tables are often made of the annotations beside them, which would then be read twice.</summary>
    public bool IsLastResort => true;

    protected override int BatchSize => 1;

    protected override bool MayBeEmpty => false;

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension is not (".csv" or ".tsv"))
            return FormatMatch.No;
        var header = RowHeader.Of(RowProbe.FirstLine(probe.Head));
        var fields = new TableFields(null, header.Names);
        return
            fields[TableField.Image] is not null && fields.BoxFields.Length == 4 && !header.Has("ImageID", "LabelName")
            ? new(0.6, "a header that names a picture and the edges of a box")
            : FormatMatch.No;
    }

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    static void Read(FormatFile file)
    {
        (file.Source.Columns, file.Source.Coordinates) = (file.Options.Columns, file.Options.Coordinates);
        var header = RowHeader.Of(file.Bytes, file.File);
        var fields = new TableFields(file.Options.Columns, header.Names);
        if (Missing(header, fields) is { } missing)
        {
            file.Part.Problems.Report(RowProblems.MissingColumn, header.Span, missing);
            return;
        }
        var rows = new TableRows(file, fields, LooksNormalized(file.Bytes, header, fields));
        var columns = new List<(int, int)>();
        var lines = new TextLines(file.Bytes);
        lines.Next();
        while (lines.Next())
            rows.Add(
                Record(
                    TextRow.Split(lines.Line, header.Separator, columns, lines.Start, file.File),
                    header,
                    fields,
                    file
                )
            );
    }

    protected internal override byte SeparatorIn(SourceBytes bytes) => RowHeader.Of(bytes).Separator;

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    )
    {
        var file = dataset.Files[dataset.SpanOf(element).File];
        var header = RowHeader.Of(file.Bytes);
        var fields = new TableFields(file.Columns, header.Names);
        TableField? meant = field.Kind switch
        {
            FieldKind.Image or FieldKind.FileName => TableField.Image,
            FieldKind.Category => TableField.Class,
            FieldKind.Id => TableField.Id,
            FieldKind.Score => TableField.Score,
            FieldKind.Track => TableField.Track,
            FieldKind.Frame => TableField.Frame,
            FieldKind.Width => TableField.ImageWidth,
            FieldKind.Height => TableField.ImageHeight,
            FieldKind.Box or FieldKind.BoxPart when field.Index is >= 0 and < 4 && fields.BoxFields is [_, ..] box =>
                box[field.Index],
            _ => null,
        };
        return meant is { } of && fields[of] is { } name ? (header[name], 1) : (-1, 0);
    }

    protected internal override double[]? BoxNumbers(Dataset dataset, int annotation, Box box)
    {
        var file = dataset.Files[dataset.Annotations.FileOf(annotation)];
        var header = RowHeader.Of(file.Bytes);
        var fields = new TableFields(file.Columns, header.Names);
        if (fields.BoxFields.Length == 0)
            return null;
        var image = dataset.Annotations.Images[annotation];
        var unit = file.Coordinates?.Unit;
        var isShare = unit is { } declared
            ? declared != CoordinateUnit.Pixels
            : LooksNormalized(file.Bytes, header, fields);
        var scale = unit == CoordinateUnit.Percent ? 100 : 1;
        var (x, y) = isShare
            ? (scale / (double)dataset.Images.Widths[image], scale / (double)dataset.Images.Heights[image])
            : (1.0, 1.0);
        var shares = new Box(box.Left * x, box.Top * y, box.Width * x, box.Height * y);
        return TableFields.NumbersOf(
            fields.BoxFields,
            shares,
            file.Coordinates?.Origin ?? 0,
            isShare ? 0 : TableRows.LastPixel(file.Coordinates)
        );
    }

    static string? Missing(RowHeader header, TableFields fields)
    {
        if (fields[TableField.Image] is null)
            return "No column names the picture; declare 'columns' with 'image' in labelspec.yaml.";
        foreach (var field in Enum.GetValues<TableField>())
            if (fields[field] is { } name && header[name] < 0)
                return $"The header has no column '{name}', which 'columns' declares.";
        return null;
    }

    static TableRecord Record(in TextRow row, RowHeader header, TableFields fields, FormatFile file)
    {
        var problems = file.Part.Problems;
        var box = new double[fields.BoxFields.Length];
        // A row without a box is about the whole picture.
        var isEmpty = true;
        foreach (var field in fields.BoxFields)
            isEmpty &= row.Inside(header[fields[field]!]).IsEmpty;
        for (var i = 0; i < box.Length && !isEmpty; i++)
            box[i] = RowNumbers.Read(row, header[fields[fields.BoxFields[i]]!], problems);
        return new TableRecord
        {
            Span = row.Span,
            Image = Text(row, header, fields[TableField.Image], file),
            Class = Text(row, header, fields[TableField.Class], file),
            Id = Text(row, header, fields[TableField.Id], file),
            Track = Text(row, header, fields[TableField.Track], file),
            Box = isEmpty ? [] : box,
            Score = Number(row, header, fields[TableField.Score], problems),
            Frame = Number(row, header, fields[TableField.Frame], problems),
            ImageWidth = Number(row, header, fields[TableField.ImageWidth], problems),
            ImageHeight = Number(row, header, fields[TableField.ImageHeight], problems),
        };
    }

    static string? Text(in TextRow row, RowHeader header, string? column, FormatFile file) =>
        column is null || !row.Has(header[column]) ? null
        : row[header[column]] is [(byte)'"', ..] ? row.Text(header[column])
        : file.Part.Texts.Get(row[header[column]]);

    static double Number(in TextRow row, RowHeader header, string? column, ProblemLog problems) =>
        column is null ? double.NaN : RowNumbers.ReadOptional(row, header[column], problems);

    /// <summary>No number of a box is above 1 by more than rounding, and some are no whole numbers.</summary>
    static bool LooksNormalized(SourceBytes bytes, RowHeader header, TableFields fields)
    {
        var (columns, hasShare) = (new List<(int, int)>(), false);
        var lines = new TextLines(bytes);
        lines.Next();
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, header.Separator, columns);
            foreach (var field in fields.BoxFields)
            {
                var number = row.Number(header[fields[field]!]);
                if (Math.Abs(number) > 1.01)
                    return false;
                hasShare |= number is > 0 and < 1;
            }
        }
        return hasShare;
    }
}
