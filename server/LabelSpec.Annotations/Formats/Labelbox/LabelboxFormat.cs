using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Labelbox;

/// <summary>
/// Labelbox: exports (a line of JSON for each data row, or the list of older versions) and imports (a line for each
/// annotation). See <c>docs/formats/labelbox.md</c>.
/// </summary>
sealed class LabelboxFormat : JsonFormat
{
    public override string Id => "labelbox";

    public override string Title => "Labelbox NDJSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var first = probe.Json.IsArray ? probe.Json[0] : probe.Json;
        return first["data_row"u8].IsObject && (first["projects"u8].Exists || first["media_attributes"u8].Exists)
                ? new(0.95, "'data_row' beside 'projects'")
            : first["DataRow ID"u8].Exists || (first["Label"u8].Exists && first["Labeled Data"u8].Exists)
                ? new(0.95, "'DataRow ID' beside 'Label'")
            : first["dataRow"u8].IsObject
            && (first["schemaId"u8].Exists || first["name"u8].Exists || first["uuid"u8].Exists)
                ? new(0.9, "'dataRow' beside 'schemaId' or 'name'")
            : FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new LabelboxReader(file);

    protected override void Walk(JsonFile file) => file.ReadValues();

    protected override void Read(FormatFile file) => Walk(new JsonFile(file, new LabelboxReader(file)));

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind switch
            {
                FieldKind.Name or FieldKind.FileName => LabelboxReader.NameOf(node),
                FieldKind.Width => node["media_attributes"u8]["width"u8],
                FieldKind.Height => node["media_attributes"u8]["height"u8],
                _ => default,
            };
        var box = LabelboxReader.BoxOf(node);
        var ring = LabelboxReader.RingOf(node, out _);
        return field.Kind switch
        {
            FieldKind.Id => LabelboxReader.IdOf(node),
            FieldKind.Category => LabelboxReader.ClassOf(node),
            FieldKind.Score => node["confidence"u8],
            FieldKind.Box => box,
            FieldKind.BoxPart => field.Index switch
            {
                0 => box["left"u8],
                1 => box["top"u8],
                2 => box["width"u8],
                3 => box["height"u8],
                _ => default,
            },
            FieldKind.Segmentation or FieldKind.Part => ring.Exists ? ring : node["mask"u8],
            FieldKind.Vertex => ring[field.Vertex],
            _ => default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        LabelboxReader.BoxOf(place.Node).IsObject ? [box.Left, box.Top, box.Width, box.Height] : null;
}
