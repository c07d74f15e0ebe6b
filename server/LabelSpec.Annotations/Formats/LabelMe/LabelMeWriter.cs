using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Writes a file for each image, beside where its picture is to lie.</summary>
sealed class LabelMeWriter : IFormatWriter
{
    const string Description = "description";

    public string Id => "labelme";

    public string Title => "LabelMe JSON";

    public string? Extension => null;

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = [ShapeKind.Box, ShapeKind.Polygon, ShapeKind.Polyline, ShapeKind.Point, ShapeKind.Mask],
            PointsTogether = true,
            Attributes = AttributeRoom.Flags,
            AttributeNames = [Description],
            Groups = true,
            ImageSizes = true,
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        foreach (var image in data.Images)
            output.Write(OutputPath.Of(image, "", ".json"), stream => WriteImage(stream, image, data));
    }

    static void WriteImage(Stream stream, WrittenImage image, WrittenData data)
    {
        using var json = new Utf8JsonWriter(stream, JsonValues.Indented);
        json.WriteStartObject();
        json.WriteString("version", "5.5.0");
        json.WriteStartObject("flags");
        json.WriteEndObject();
        json.WriteStartArray("shapes");
        foreach (var row in image.Annotations)
            WriteShape(json, row, data);
        json.WriteEndArray();
        json.WriteString("imagePath", image.Name[(image.Name.LastIndexOf('/') + 1)..]);
        json.WriteNull("imageData");
        if (image is { Width: > 0, Height: > 0 })
        {
            json.WriteNumber("imageHeight", image.Height);
            json.WriteNumber("imageWidth", image.Width);
        }

        json.WriteEndObject();
    }

    static void WriteShape(Utf8JsonWriter json, int row, WrittenData data)
    {
        var shape = data.ShapeOf(row);
        if (shape == ShapeKind.Box)
        {
            var box = data.BoxOf(row);
            WriteOne(json, row, data, "rectangle", [box.Left, box.Top, box.Right, box.Bottom]);
            return;
        }

        if (shape == ShapeKind.Mask)
        {
            // The corners of the first and of the last pixel, and a picture of the pixels between them.
            var mask = data.Dataset.ReadMask(row).Mask!;
            var bounds = mask.Bounds;
            WriteOne(
                json,
                row,
                data,
                "mask",
                [bounds.Left, bounds.Top, bounds.Right - 1, bounds.Bottom - 1],
                MaskPicture.Encode(mask.ToRowRuns(), (int)bounds.Width, (int)bounds.Height)
            );
            return;
        }

        var polygon = data.PolygonOf(row);
        var type = shape switch
        {
            ShapeKind.Polyline => "linestrip",
            ShapeKind.Point => polygon.VertexCount > 1 ? "points" : "point",
            _ => "polygon",
        };
        for (var part = 0; part < polygon.PartCount; part++)
            WriteOne(json, row, data, type, polygon.PartAt(part));
    }

    static void WriteOne(
        Utf8JsonWriter json,
        int row,
        WrittenData data,
        string type,
        ReadOnlySpan<double> points,
        byte[]? mask = null
    )
    {
        json.WriteStartObject();
        json.WriteString("label", data.NameOfCategory(row));
        json.WriteStartArray("points");
        for (var i = 0; i + 1 < points.Length; i += 2)
            JsonValues.Write(json, null, points.Slice(i, 2));
        json.WriteEndArray();
        if (data.Dataset.Annotations.Groups[row] is >= 0 and var group)
            json.WriteNumber("group_id", group);
        else
            json.WriteNull("group_id");
        var attributes = data.AttributesOf(row).ToList();
        json.WriteString(Description, attributes.Find(one => one.Name == Description).Value.AsText);
        json.WriteString("shape_type", type);
        if (mask is not null)
            json.WriteBase64String("mask", mask);
        json.WriteStartObject("flags");
        foreach (var (name, value) in attributes)
            if (value.Kind == AttributeValueKind.Bool)
                json.WriteBoolean(name, value.AsBool);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
