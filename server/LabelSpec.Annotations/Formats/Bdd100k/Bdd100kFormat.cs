using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Bdd100k;

/// <summary>BDD100K and Scalabel JSON, whose boxes end with their last pixel. See <c>docs/formats/bdd100k.md</c>.</summary>
sealed class Bdd100kFormat : JsonFormat
{
    public override string Id => "bdd100k";

    public override string Title => "BDD100K / Scalabel JSON";

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        var frame =
            root.IsArray ? root[0]
            : root["frames"u8].IsArray ? root["frames"u8][0]
            : root;
        var label = frame["labels"u8][0];
        if (!frame["name"u8].IsText && !frame["url"u8].IsText)
            return FormatMatch.No;
        if (label["category"u8].Exists || label["box2d"u8].Exists || label["poly2d"u8].Exists)
            return new(0.9, "frames with 'labels' that have 'category', 'box2d' or 'poly2d'");
        return frame["labels"u8].Exists || frame["videoName"u8].Exists || frame["attributes"u8]["timeofday"u8].Exists
            ? new(0.6, "frames with 'name' and 'labels', 'videoName' or 'attributes'")
            : FormatMatch.No;
    }

    protected override Func<FormatFile, IJsonRecords> IndependentRecords => file => new Bdd100kReader(file);

    protected override void Read(FormatFile file) => new Bdd100kReader(file).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (!place.IsAnnotation)
            return field.Kind switch
            {
                FieldKind.Name or FieldKind.FileName => node["name"u8],
                FieldKind.Width => node["size"u8]["width"u8],
                FieldKind.Height => node["size"u8]["height"u8],
                FieldKind.Frame => node["frameIndex"u8],
                FieldKind.Attribute => node["attributes"u8][Encoding.UTF8.GetBytes(field.Name)],
                _ => default,
            };
        return field.Kind switch
        {
            FieldKind.Id or FieldKind.Track => node["id"u8],
            FieldKind.Category => node["category"u8],
            FieldKind.Score => node["score"u8],
            FieldKind.Box => node["box2d"u8] is { IsObject: true } box ? box : default,
            FieldKind.BoxPart => BoxPart(node["box2d"u8], field.Index),
            FieldKind.Segmentation => node["poly2d"u8] is { IsArray: true } rings ? rings : node["rle"u8],
            FieldKind.Part => node["poly2d"u8][field.Index],
            FieldKind.Vertex => node["poly2d"u8][field.Index]["vertices"u8][field.Vertex],
            FieldKind.MaskSize => node["rle"u8]["size"u8],
            FieldKind.Keypoints => node["graph"u8]["nodes"u8],
            FieldKind.Keypoint => node["graph"u8]["nodes"u8][field.Index],
            FieldKind.Attribute => node["attributes"u8][Encoding.UTF8.GetBytes(field.Name)],
            _ => default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box)
    {
        var last = Bdd100kReader.LastPixel(
            place.Dataset.Conventions.Any(c => c.Format == Id && c.Edges == BoxEdges.Continuous)
                ? BoxEdges.Continuous
                : BoxEdges.Inclusive
        );
        return place.Node["box2d"u8].IsObject ? [box.Left, box.Top, box.Right - last, box.Bottom - last] : null;
    }

    protected internal override string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    )
    {
        var rings = place.Node["poly2d"u8];
        if (!rings.IsArray || rings.Count != parts.Length)
            return null;
        var texts = new List<string>();
        for (var part = 0; part < parts.Length; part++)
        {
            // Control points of curves are not vertices: such rings stay as they are drawn.
            if (rings[part]["types"u8].Inside.Contains((byte)'C'))
                return null;
            var closed = rings[part]["closed"u8].Flag == false ? "false" : "true";
            texts.Add(
                $$"""{"vertices": {{PairsOf(parts[part], style)}}, "types": "{{new string('L', parts[part].Length / 2)}}", "closed": {{closed}}}"""
            );
        }
        return $"[{string.Join(", ", texts)}]";
    }

    protected internal override JsonNode AttributesOf(in JsonPlace place) => place.Node["attributes"u8];

    public override void Read(ReadRequest request, Building.DatasetBuilder builder)
    {
        base.Read(request, builder);
        if (request.Options.Coordinates?.Edges is not { } edges)
            return;
        foreach (
            var folder in request.Files.Select(f => Path.GetDirectoryName(builder.Files[f].FullPath) ?? "").Distinct()
        )
            builder.Conventions.Add(new(Id, folder, 0, edges, true, "declared"));
    }

    static JsonNode BoxPart(JsonNode box, int index) =>
        index switch
        {
            0 => box["x1"u8],
            1 => box["y1"u8],
            2 => box["x2"u8],
            3 => box["y2"u8],
            _ => default,
        };
}
