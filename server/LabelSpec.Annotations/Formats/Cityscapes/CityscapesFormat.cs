using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Cityscapes;

/// <summary>
/// Cityscapes polygons and CityPersons boxes, one JSON file for each image, and Mapillary Vistas polygons, which are nearly
/// the same. See <c>docs/formats/cityscapes.md</c>.
/// </summary>
sealed class CityscapesFormat : JsonFormat
{
    public override string Id => "cityscapes";

    public override string Title => "Cityscapes JSON";

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        var (objects, isCity) = (root["objects"u8], root["imgHeight"u8].Exists && root["imgWidth"u8].Exists);
        if (!objects.IsArray)
            return FormatMatch.No;
        var first = objects[0];
        var isPolygon = first["label"u8].IsText && first["polygon"u8].IsArray;
        return isCity && (isPolygon || first["bbox"u8].IsArray || objects.Count == 0)
                ? new(0.95, "'imgHeight', 'imgWidth' and 'objects'")
            : isPolygon ? new(0.8, "'objects' with 'label' and 'polygon'")
            : FormatMatch.No;
    }

    protected override void Read(FormatFile file) => new JsonFile(file, new CityscapesReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind switch
            {
                FieldKind.Width => CityscapesReader.WidthOf(node),
                FieldKind.Height => CityscapesReader.HeightOf(node),
                _ => default,
            };
        return field.Kind switch
        {
            FieldKind.Id => node["id"u8],
            FieldKind.Category => node["label"u8],
            FieldKind.Box => node["bbox"u8],
            FieldKind.BoxPart => node["bbox"u8][field.Index],
            FieldKind.Segmentation or FieldKind.Part => node["polygon"u8],
            FieldKind.Vertex => node["polygon"u8][field.Vertex],
            _ => default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        place.Node["bbox"u8].Count == 4 ? [box.Left, box.Top, box.Width, box.Height] : null;

    protected internal override string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    ) => parts.Length == 1 && place.Node["polygon"u8].IsArray ? PairsOf(parts[0], style) : null;

    // A group keeps being one.
    protected internal override string CategoryValue(in JsonPlace place, string category) =>
        JsonText.Quote(
            place.Dataset.Annotations.Flags[place.Element.Index].HasFlag(AnnotationFlags.Crowd)
                ? category + CityscapesReader.GroupSuffix
                : category
        );
}
