using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.NuScenes;

/// <summary>
/// Tables of nuScenes, nuImages and their like (Lyft, T4): one JSON list for each table, joined by tokens. See
/// <c>docs/formats/nuscenes.md</c>.
/// </summary>
sealed class NuScenesFormat : JsonFormat
{
    public override string Id => "nuscenes";

    public override string Title => "nuScenes tables";

    public override IReadOnlyList<string> OwnAttributes { get; } = ["num_lidar_pts", "num_radar_pts"];

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (NuScenesTables.NameOf(probe.Path) is not { } table)
            return FormatMatch.No;
        return probe.Json[0]["token"u8].IsText ? new(0.95, $"the table '{table}' with tokens")
            : probe.Json.IsArray && probe.Json.Count == 0 ? new(0.3, $"the empty table '{table}'")
            : FormatMatch.No;
    }

    public override void Read(ReadRequest request, DatasetBuilder builder)
    {
        // Tables of one folder belong together; those that were not named lie beside the ones that were.
        foreach (var folder in request.Files.GroupBy(file => FolderOf(builder.Files[file])))
            new NuScenesReader(request, builder, folder.Key, [.. folder]).Read();
    }

    protected override void Read(FormatFile file) { }

    protected internal override JsonNode Find(in JsonPlace place, Field field)
    {
        var node = place.Node;
        return place.Element.Kind switch
        {
            ElementKind.Image => field.Kind switch
            {
                FieldKind.Id => node["token"u8],
                FieldKind.FileName or FieldKind.Name => node["filename"u8],
                FieldKind.Width => node["width"u8],
                FieldKind.Height => node["height"u8],
                _ => default,
            },
            ElementKind.Annotation => field.Kind switch
            {
                FieldKind.Id => node["token"u8],
                FieldKind.Image => Either(node["sample_token"u8], node["sample_data_token"u8]),
                FieldKind.Category => Either(node["category_token"u8], node["instance_token"u8]),
                FieldKind.Track => node["instance_token"u8],
                FieldKind.Box => Either(node["bbox"u8], node["size"u8]),
                FieldKind.BoxPart => node["bbox"u8][field.Index],
                FieldKind.MaskSize => node["mask"u8]["size"u8],
                FieldKind.Segmentation => Either(node["mask"u8], node["translation"u8]),
                FieldKind.Attribute => node[System.Text.Encoding.UTF8.GetBytes(field.Name)],
                _ => default,
            },
            _ => field.Kind == FieldKind.Name ? node["name"u8] : default,
        };
    }

    protected internal override double[]? BoxNumbers(in JsonPlace place, Box box) =>
        place.Node["bbox"u8].Count == 4 ? [box.Left, box.Top, box.Right, box.Bottom] : null;

    // The category of an instance is that of all its boxes.
    protected internal override string? CategoryValue(in JsonPlace place, string category)
    {
        var dataset = place.Dataset;
        var declaration = dataset.Categories.Declarations.FirstOrDefault(d =>
            d.Name == category && dataset.Files[d.Span.File].Format == this
        );
        return declaration is not null && place.Node["category_token"u8].IsText
            ? JsonText.Quote(dataset.IdTexts.Show(declaration.Id))
            : null;
    }

    static JsonNode Either(JsonNode first, JsonNode second) => first.Exists ? first : second;

    static string FolderOf(SourceFile file) => Path.GetDirectoryName(file.FullPath) ?? "";
}
