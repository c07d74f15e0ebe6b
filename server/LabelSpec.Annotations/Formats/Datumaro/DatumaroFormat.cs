using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Datumaro;

/// <summary>Datumaro JSON. Its coordinates are canonical as they stand. See <c>docs/formats/datumaro.md</c>.</summary>
sealed class DatumaroFormat : JsonFormat
{
    public override string Id => "datumaro";

    public override string Title => "Datumaro JSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        var hasCategories = root["categories"u8].IsObject;
        var hasItems = root["items"u8].IsArray;
        return hasItems && hasCategories ? new(0.95, "'categories' as an object, and 'items'")
            : hasItems && root["items"u8][0]["annotations"u8].IsArray ? new(0.8, "'items' with 'annotations'")
            : hasCategories && !probe.IsComplete && root["categories"u8]["label"u8].IsObject
                ? new(0.8, "'categories' with 'label' as an object")
            : FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new DatumaroReader(file);

    protected override void Read(FormatFile file) => new JsonFile(file, new DatumaroReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field) =>
        place.IsImage ? InItem(place.Node, field)
        : place.IsAnnotation ? InAnnotation(place.Node, field)
        : field.Kind == FieldKind.Name ? place.Node["name"u8]
        : default;

    protected internal override string? CategoryValue(in JsonPlace place, string category)
    {
        var file = place.Node.Span.File;
        var declaration = place.Dataset.Categories.Declarations.FirstOrDefault(d =>
            d.Span.File == file && d.Name == category
        );
        return declaration is null ? null : $"{declaration.Id.Value}";
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        place.Dataset.Annotations.Shapes[place.Element.Index] switch
        {
            ShapeKind.Box => [box.Left, box.Top, box.Width, box.Height],
            ShapeKind.RotatedBox => [box.Center.X, box.Center.Y, box.Width, box.Height],
            _ => null,
        };

    protected internal override string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    ) =>
        parts.Length == 1 && place.Node["points"u8].IsArray && place.Node["type"u8].Text is "polygon" or "polyline"
            ? $"[{string.Join(", ", parts[0].Select(style.Format))}]"
            : null;

    protected internal override JsonNode AttributesOf(in JsonPlace place) => place.Node["attributes"u8];

    static JsonNode InItem(JsonNode item, Field field) =>
        field.Kind switch
        {
            FieldKind.Id => item["id"u8],
            FieldKind.FileName or FieldKind.Name => Media(item)["path"u8] is { Exists: true } path
                ? path
                : item["id"u8],
            FieldKind.Width => Media(item)["size"u8][1],
            FieldKind.Height => Media(item)["size"u8][0],
            FieldKind.Attribute => item["attr"u8][System.Text.Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };

    internal static JsonNode Media(JsonNode item) =>
        item["image"u8] is { IsObject: true } image ? image : item["media"u8];

    static JsonNode InAnnotation(JsonNode node, Field field)
    {
        var isRotated = node["type"u8].Text == "rotated_bbox";
        return field.Kind switch
        {
            FieldKind.Id => node["id"u8],
            FieldKind.Category => node["label_id"u8],
            FieldKind.Group => node["group"u8],
            FieldKind.Caption => node["caption"u8],
            FieldKind.Box => Numbers(node),
            FieldKind.BoxPart => Numbers(node)[field.Index],
            FieldKind.Angle when isRotated => node["points"u8][4],
            FieldKind.Keypoints when node["elements"u8] is { IsArray: true } elements => elements,
            FieldKind.Segmentation or FieldKind.Part or FieldKind.Keypoints => node["points"u8]
                is { Exists: true } points
                ? points
                : node["rle"u8],
            FieldKind.Vertex => node["points"u8][2 * field.Vertex],
            FieldKind.Keypoint => node["elements"u8][field.Index] is { Exists: true } point
                ? point
                : node["points"u8][2 * field.Index],
            FieldKind.KeypointVisibility => node["elements"u8][field.Index] is { Exists: true } point
                ? point["visibility"u8][0]
                : node["visibility"u8][field.Index],
            FieldKind.MaskSize => node["rle"u8]["size"u8],
            FieldKind.MaskRuns => field.Index < 0 ? node["rle"u8]["counts"u8] : node["rle"u8]["counts"u8][field.Index],
            FieldKind.Crowd => node["attributes"u8]["is_crowd"u8],
            FieldKind.Score => node["attributes"u8]["score"u8],
            FieldKind.Track => node["attributes"u8]["track_id"u8],
            FieldKind.Attribute => node["attributes"u8][System.Text.Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };
    }

    static JsonNode Numbers(JsonNode node) => node["bbox"u8] is { Exists: true } box ? box : node["points"u8];
}
