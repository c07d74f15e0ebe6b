using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Supervisely;

/// <summary>
/// Supervisely JSON: one file for each image, video or point cloud, and <c>meta.json</c> with classes and tags. See
/// <c>docs/formats/supervisely.md</c>.
/// </summary>
sealed class SuperviselyFormat : JsonFormat
{
    public override string Id => "supervisely";

    public override string Title => "Supervisely JSON";

    public override FormatMatch Detect(FormatProbe probe)
    {
        var root = probe.Json;
        var objects = root["objects"u8];
        if (objects[0]["classTitle"u8].IsText || objects[0]["geometryType"u8].IsText)
            return new(0.95, "'objects' with 'classTitle'");
        if (root["classes"u8][0]["title"u8].IsText && root["classes"u8][0]["shape"u8].IsText)
            return new(0.9, "'classes' with 'title' and 'shape'");
        return objects.IsArray && objects.Count == 0 && root["size"u8]["height"u8].IsNumber
            ? new(0.8, "an empty list 'objects' beside 'size'")
            : FormatMatch.No;
    }

    protected override void Read(FormatFile file) => new JsonFile(file, new SuperviselyReader(file)).Read();

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        if (place.IsImage)
            return field.Kind switch
            {
                FieldKind.Width => node["size"u8]["width"u8],
                FieldKind.Height => node["size"u8]["height"u8],
                _ => default,
            };
        if (!place.IsAnnotation)
            return field.Kind == FieldKind.Name ? node["title"u8] : default;
        var exterior = SuperviselyReader.ExteriorOf(node);
        return field.Kind switch
        {
            FieldKind.Id => node["id"u8],
            FieldKind.Category => node["classTitle"u8],
            FieldKind.Box => exterior,
            FieldKind.BoxPart => exterior[field.Index / 2][field.Index % 2],
            FieldKind.Segmentation => node["points"u8] is { Exists: true } points ? points
            : node["bitmap"u8] is { Exists: true } bitmap ? bitmap
            : node["geometry"u8],
            FieldKind.Part => field.Index == 0 ? exterior : node["points"u8]["interior"u8][field.Index - 1],
            FieldKind.Vertex => (field.Index == 0 ? exterior : node["points"u8]["interior"u8][field.Index - 1])[
                field.Vertex
            ],
            FieldKind.Attribute => TagOf(node["tags"u8], field.Name)["value"u8],
            _ => default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box)
    {
        if (place.Dataset.Annotations.Shapes[place.Element.Index] != ShapeKind.Box)
            return null;
        var last = place.Dataset.Conventions.Any(c => c.Format == Id && c.Edges == BoxEdges.Continuous) ? 0 : 1;
        return [box.Left, box.Top, box.Right - last, box.Bottom - last];
    }

    protected internal override string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    ) =>
        parts.Length > 0 && place.Dataset.Annotations.Shapes[place.Element.Index] == ShapeKind.Polygon
            ? $$"""{"exterior": {{PairsOf(parts[0], style)}}, "interior": [{{string.Join(", ", parts.Skip(1).Select(part => PairsOf(part, style)))}}]}"""
            : null;

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

    static JsonNode TagOf(JsonNode tags, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        foreach (var tag in tags.Children)
            if (tag["name"u8].Inside.SequenceEqual(bytes))
                return tag;
        return default;
    }
}
