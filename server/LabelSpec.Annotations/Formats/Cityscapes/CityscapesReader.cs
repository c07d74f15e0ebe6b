using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Cityscapes;

/// <summary>Reads the objects of one image.</summary>
sealed class CityscapesReader(FormatFile file) : IJsonRecords
{
    /// <summary>Ends the label of several objects that could not be told apart.</summary>
    public const string GroupSuffix = "group";

    readonly DatasetPart part = file.Part;

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Whole;

    public static JsonNode WidthOf(JsonNode root) =>
        root["imgWidth"u8] is { Exists: true } width ? width : root["width"u8];

    public static JsonNode HeightOf(JsonNode root) =>
        root["imgHeight"u8] is { Exists: true } height ? height
        : root["height"u8] is { Exists: true } other ? other
        // So spelt by some versions of Mapillary Vistas.
        : root["heigth"u8];

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        var image = part.AddImage(
            new(record.Span)
            {
                FileName = PictureOf(file.Stem),
                Width = WidthOf(record).Pixels,
                Height = HeightOf(record).Pixels,
                State = ImageState.Annotated,
            }
        );
        var order = 0;
        foreach (var node in record["objects"u8].Children)
            if (node["deleted"u8].Flag != true)
                ReadObject(node, image, order++);
        if (!record["objects"u8].IsArray)
            part.Problems.Report(JsonProblems.MissingField, record.Span, "The file has no array 'objects'.");
    }

    // aachen_000000_000019_gtFine_polygons → aachen_000000_000019_leftImg8bit.png
    static string PictureOf(string stem)
    {
        var suffix = stem.IndexOf("_gt", StringComparison.Ordinal);
        return suffix > 0 ? $"{stem[..suffix]}_leftImg8bit.png" : stem + ".jpg";
    }

    void ReadObject(JsonNode node, int image, int order)
    {
        var label = node["label"u8].TextIn(part.Texts);
        var row = new AnnotationRow(node.Span)
        {
            Image = image,
            Id = (node["id"u8] is { Exists: true } id ? id : node["instanceId"u8]).Id(part),
            // Later objects are drawn over earlier ones.
            ZOrder = order,
        };
        if (label is { Length: > 5 } && label.EndsWith(GroupSuffix, StringComparison.Ordinal))
        {
            row.Flags |= AnnotationFlags.Crowd;
            label = label[..^GroupSuffix.Length];
        }
        if (label is "ignore")
            row.Flags |= AnnotationFlags.Ignore;
        row.Category = label is null ? -1 : part.Category(label);
        if (node["bbox"u8].Count == 4)
            Shapes.SetBox(ref row, Shapes.BoxOf(node["bbox"u8]));
        else
        {
            var vertices = new List<double>();
            node["polygon"u8].AddNumbersTo(vertices);
            Shapes.SetPoints(ref row, part, CollectionsMarshal.AsSpan(vertices));
        }
        if (label is null || row.Flags == AnnotationFlags.None)
            part.Problems.Report(
                JsonProblems.MissingField,
                node.Span,
                "An object has a text 'label' and an array 'polygon' (or 'bbox')."
            );
        part.AddAnnotation(row);
    }
}
