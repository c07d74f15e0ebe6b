using System.Text;
using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.GeoJson;

/// <summary>GeoJSON feature collections (RFC 7946). See <c>docs/formats/geojson.md</c>.</summary>
sealed class GeoJsonFormat : JsonFormat
{
    public override string Id => "geojson";

    public override string Title => "GeoJSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        return root["type"u8].Inside.SequenceEqual("FeatureCollection"u8) ? new(0.95, "'type' is 'FeatureCollection'")
            : root["features"u8][0]["geometry"u8].Exists ? new(0.9, "'features' with 'geometry'")
            : FormatMatch.No;
    }

    protected override void Read(FormatFile file) => new GeoJsonReader(file).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        if (!place.IsAnnotation)
            return default;
        var (node, coordinates) = (place.Node, place.Node["geometry"u8]["coordinates"u8]);
        return field.Kind switch
        {
            FieldKind.Id => node["id"u8],
            FieldKind.Category => GeoJsonReader.ClassOf(node["properties"u8]),
            FieldKind.Image => GeoJsonReader.ImageOf(node["properties"u8]),
            FieldKind.Box or FieldKind.Segmentation => coordinates,
            FieldKind.Part => GeoJsonReader.RingOf(node["geometry"u8], field.Index),
            FieldKind.Vertex => GeoJsonReader.RingOf(node["geometry"u8], field.Index)[field.Vertex],
            FieldKind.Attribute => node["properties"u8][Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };
    }

    protected internal override string? CategoryValue(in JsonPlace place, string category) =>
        GeoJsonReader.ClassOf(place.Node["properties"u8]).IsText ? JsonText.Quote(category) : null;

    protected internal override IEnumerable<JsonNode> ClosedRings(JsonPlace place)
    {
        var geometry = place.Node["geometry"u8];
        if (geometry["type"u8].Text is not ("Polygon" or "MultiPolygon"))
            yield break;
        for (var i = 0; GeoJsonReader.RingOf(geometry, i) is { IsArray: true } ring; i++)
            yield return ring;
    }

    protected internal override JsonNode AttributesOf(in JsonPlace place) => place.Node["properties"u8];
}
