using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>
/// A JSON object in each line whose members have usual names or are declared. See <c>docs/formats/jsonl.md</c>.
/// </summary>
sealed class JsonLinesFormat : JsonFormat, IAnnotationFormat
{
    public override string Id => "jsonl";

    public override string Title => "JSON lines";

    /// <inheritdoc cref="CsvFormat.IsLastResort"/>
    public bool IsLastResort => true;

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension is not (".jsonl" or ".ndjson"))
            return FormatMatch.No;
        var fields = new TableFields(null, NamesOf(probe.Json));
        return fields[TableField.Image] is not null && fields.BoxFields.Length == 4
            ? new(0.6, "lines of JSON that name a picture and the edges of a box")
            : FormatMatch.No;
    }

    protected override void Read(FormatFile file)
    {
        (file.Source.Columns, file.Source.Coordinates) = (file.Options.Columns, file.Options.Coordinates);
        new JsonFile(file, new Records(file)).ReadLines();
    }

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var fields = FieldsOf(place);
        TableField? meant = field.Kind switch
        {
            FieldKind.Image or FieldKind.FileName or FieldKind.Name => TableField.Image,
            FieldKind.Category => TableField.Class,
            FieldKind.Id => TableField.Id,
            FieldKind.Score => TableField.Score,
            FieldKind.Track => TableField.Track,
            FieldKind.Frame => TableField.Frame,
            FieldKind.Width => TableField.ImageWidth,
            FieldKind.Height => TableField.ImageHeight,
            FieldKind.BoxPart when field.Index is >= 0 and < 4 && fields.BoxFields is [_, ..] box => box[field.Index],
            _ => null,
        };
        return meant is { } of ? Follow(place.Node, fields[of]) : default;
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box)
    {
        var settings = place.Dataset.Files[place.Node.Span.File].Coordinates;
        // Shares need the size of the picture, which a line need not have.
        var fields = FieldsOf(place).BoxFields;
        return fields.Length == 4 && settings?.Unit is null or CoordinateUnit.Pixels
            ? TableFields.NumbersOf(fields, box, settings?.Origin ?? 0, TableRows.LastPixel(settings))
            : null;
    }

    static TableFields FieldsOf(in JsonPlace place) =>
        new(place.Node.Exists ? place.Dataset.Files[place.Node.Span.File].Columns : null, NamesOf(place.Node));

    static List<string> NamesOf(JsonNode record)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in record.IsObject ? record.Children : default)
            names.Add(member.KeyText);
        return [.. names];
    }

    /// <summary>The value behind names and indexes that dots separate: <c>box.0</c>.</summary>
    static JsonNode Follow(JsonNode node, string? path)
    {
        if (path is null)
            return default;
        if (node[Encoding.UTF8.GetBytes(path)] is { Exists: true } whole)
            return whole;
        foreach (var step in path.Split('.'))
            node = node.IsArray && int.TryParse(step, out var index) ? node[index] : node[Encoding.UTF8.GetBytes(step)];
        return node;
    }

    sealed class Records(FormatFile file) : IJsonRecords
    {
        TableFields? fields;
        TableRows? rows;

        public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Each;

        public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
        {
            fields ??= new TableFields(file.Options.Columns, NamesOf(record));
            rows ??= new TableRows(file, fields, isNormalized: false);
            if (!record.IsObject || Follow(record, fields[TableField.Image]).Text is not { } image)
            {
                file.Part.Problems.Report(
                    JsonProblems.MissingField,
                    record.Span,
                    "The line names no picture; declare 'columns' with 'image' in labelspec.yaml."
                );
                return;
            }
            var box = fields.BoxFields.Select(field => Follow(record, fields[field]).Number).ToArray();
            rows.Add(
                new TableRecord
                {
                    Span = record.Span,
                    Image = image,
                    Class = TextOf(record, TableField.Class),
                    Id = TextOf(record, TableField.Id),
                    Track = TextOf(record, TableField.Track),
                    Box = box.All(double.IsNaN) ? [] : box,
                    Score = Follow(record, fields[TableField.Score]).Number,
                    Frame = Follow(record, fields[TableField.Frame]).Number,
                    ImageWidth = Follow(record, fields[TableField.ImageWidth]).Number,
                    ImageHeight = Follow(record, fields[TableField.ImageHeight]).Number,
                }
            );
        }

        string? TextOf(JsonNode record, TableField field)
        {
            var node = Follow(record, fields![field]);
            return node.Exists && node.Kind != JsonKind.Null ? node.Attribute(file.Part.Texts).ToString() : null;
        }
    }
}
