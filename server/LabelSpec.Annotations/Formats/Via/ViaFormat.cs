using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Via;

/// <summary>VGG Image Annotator (VIA) 1 and 2 JSON: exports and projects. See <c>docs/formats/via.md</c>.</summary>
sealed class ViaFormat : JsonFormat
{
    public override string Id => "via";

    public override string Title => "VGG Image Annotator JSON";

    /// <summary>One of them names the class.</summary>
    public override IReadOnlyList<string> OwnAttributes => ViaReader.ClassNames;

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        if (!root.IsObject)
            return FormatMatch.No;
        if (root["_via_img_metadata"u8].IsObject || root["_via_settings"u8].IsObject)
            return new(0.95, "'_via_img_metadata'");
        foreach (var member in root.Children)
            return member["regions"u8].Exists && member["filename"u8].Exists
                ? new(0.95, "members with 'filename' and 'regions'")
                : FormatMatch.No;
        return FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new ViaReader(file);

    protected override void Read(FormatFile file) => new JsonFile(file, new ViaReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind switch
            {
                FieldKind.FileName or FieldKind.Name => node["filename"u8],
                FieldKind.Attribute => node["file_attributes"u8][Encoding.UTF8.GetBytes(field.Name)],
                _ => default,
            };
        var shape = node["shape_attributes"u8];
        return field.Kind switch
        {
            FieldKind.Category => ViaReader.ClassOf(node["region_attributes"u8]),
            FieldKind.Box or FieldKind.Segmentation or FieldKind.Part => shape,
            FieldKind.BoxPart => field.Index switch
            {
                0 => shape["x"u8],
                1 => shape["y"u8],
                2 => shape["width"u8],
                3 => shape["height"u8],
                _ => default,
            },
            FieldKind.Vertex => shape["all_points_x"u8][field.Vertex],
            FieldKind.Attribute => node["region_attributes"u8][Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };
    }

    protected internal override string? CategoryValue(in JsonPlace place, string category) =>
        ViaReader.ClassOf(place.Node["region_attributes"u8]).IsText ? JsonText.Quote(category) : null;

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        place.Dataset.Annotations.Shapes[place.Element.Index] == ShapeKind.Box
            ? [box.Left, box.Top, box.Width, box.Height]
            : null;

    protected internal override JsonNode AttributesOf(in JsonPlace place) => place.Node["region_attributes"u8];
}
