using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Datumaro;

/// <summary>Writes the items of a data set as one Datumaro file.</summary>
sealed class DatumaroWriter : IFormatWriter
{
    public string Id => "datumaro";

    public string Title => "Datumaro JSON";

    public string Extension => ".json";

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = [.. FormatCapacity.Drawn, ShapeKind.Skeleton, ShapeKind.Cuboid, ShapeKind.Tag, ShapeKind.Caption],
            CuboidsInSpace = true,
            Attributes = AttributeRoom.All,
            Ids = true,
            TextIds = true,
            Scores = true,
            Crowds = true,
            Groups = true,
            ZOrders = true,
            Tracks = true,
            EmptyMasks = true,
            KeypointNames = true,
            SkeletonEdges = true,
            ImageSizes = true,
            Supercategories = true,
            UnusedCategories = true,
        };

    public void Write(WrittenData data, IOutputFiles output) =>
        output.Write(
            "",
            stream =>
            {
                using var json = new Utf8JsonWriter(stream, JsonValues.Indented);
                json.WriteStartObject();
                json.WriteStartObject("info");
                json.WriteEndObject();
                WriteCategories(json, data);
                json.WriteStartArray("items");
                var numbers = data.Categories.Select((row, i) => (row, i)).ToDictionary(one => one.row, one => one.i);
                foreach (var image in data.Images)
                    WriteItem(json, image, data, numbers);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    static void WriteCategories(Utf8JsonWriter json, WrittenData data)
    {
        json.WriteStartObject("categories");
        json.WriteStartObject("label");
        json.WriteStartArray("labels");
        foreach (var category in data.Categories)
        {
            var declaration = data.Dataset.Categories.DeclarationOf(category);
            json.WriteStartObject();
            json.WriteString("name", data.Dataset.Categories.NameOf(category));
            json.WriteString("parent", declaration?.Supercategory ?? "");
            json.WriteStartArray("attributes");
            foreach (var attribute in declaration?.Attributes ?? [])
                json.WriteStringValue(attribute.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteKeypoints(json, data);
        json.WriteEndObject();
    }

    static void WriteKeypoints(Utf8JsonWriter json, WrittenData data)
    {
        json.WriteStartObject("points");
        json.WriteStartArray("items");
        for (var i = 0; i < data.Categories.Length; i++)
        {
            if (
                data.Dataset.Categories.DeclarationOf(data.Categories[i])
                is not { Keypoints.IsEmpty: false } declaration
            )
                continue;
            json.WriteStartObject();
            json.WriteNumber("label_id", i);
            json.WriteStartArray("labels");
            foreach (var name in declaration.Keypoints)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("joints");
            foreach (var (from, to) in declaration.Skeleton)
                Numbers(json, null, [from + 1, to + 1]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteItem(Utf8JsonWriter json, WrittenImage image, WrittenData data, Dictionary<int, int> numbers)
    {
        json.WriteStartObject();
        json.WriteString("id", image.PathWith("") ?? image.Name);
        json.WriteStartArray("annotations");
        foreach (var row in image.Annotations)
            WriteAnnotation(json, row, data, numbers);
        json.WriteEndArray();
        json.WriteStartObject("attr");
        json.WriteEndObject();
        json.WriteStartObject("image");
        json.WriteString("path", image.Name);
        if (image is { Width: > 0, Height: > 0 })
            Numbers(json, "size", [image.Height, image.Width]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteAnnotation(Utf8JsonWriter json, int row, WrittenData data, Dictionary<int, int> numbers)
    {
        if (data.ShapeOf(row) != ShapeKind.Polygon || data.PolygonOf(row) is not { PartCount: > 1 } polygon)
        {
            WriteOne(json, row, data, numbers, default);
            return;
        }

        for (var part = 0; part < polygon.PartCount; part++)
            WriteOne(json, row, data, numbers, polygon.PartAt(part));
    }

    static void WriteOne(
        Utf8JsonWriter json,
        int row,
        WrittenData data,
        Dictionary<int, int> numbers,
        ReadOnlySpan<double> part
    )
    {
        var rows = data.Dataset.Annotations;
        json.WriteStartObject();
        if (rows.Flags[row].HasFlag(AnnotationFlags.HasId))
            WriteId(json, "id", rows.Ids[row], data.Dataset);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in data.AttributesOf(row))
            JsonValues.Write(json, name, value);
        var names = data.AttributesOf(row).Select(one => one.Name).ToHashSet();
        if (rows.Flags[row].HasFlag(AnnotationFlags.Crowd) && !names.Contains("is_crowd"))
            json.WriteBoolean("is_crowd", true);
        if (double.IsFinite(rows.Scores[row]) && !names.Contains("score"))
            json.WriteNumber("score", rows.Scores[row]);
        if (rows.Tracks[row] >= 0 && !names.Contains("track_id"))
            WriteId(json, "track_id", data.Dataset.Tracks[rows.Tracks[row]].Id, data.Dataset);
        json.WriteEndObject();
        json.WriteNumber("group", Math.Max(0, rows.Groups[row]));
        if (rows.Categories[row] >= 0)
            json.WriteNumber("label_id", numbers[rows.Categories[row]]);
        json.WriteNumber("z_order", rows.ZOrders[row]);
        WriteShape(json, row, data, part);
        json.WriteEndObject();
    }

    static void WriteShape(Utf8JsonWriter json, int row, WrittenData data, ReadOnlySpan<double> part)
    {
        var box = data.BoxOf(row);
        switch (data.ShapeOf(row))
        {
            case ShapeKind.RotatedBox:
                json.WriteString("type", "rotated_bbox");
                var angle = data.Dataset.Annotations.Angles[row];
                Numbers(json, "points", [box.Center.X, box.Center.Y, box.Width, box.Height, angle]);
                break;
            case ShapeKind.Polygon:
                json.WriteString("type", "polygon");
                Numbers(json, "points", part.IsEmpty ? data.PolygonOf(row).Coordinates : part);
                break;
            case ShapeKind.Polyline:
                json.WriteString("type", "polyline");
                Numbers(json, "points", data.PolygonOf(row).Coordinates);
                break;
            case ShapeKind.Skeleton:
                json.WriteString("type", "points");
                var keypoints = data.KeypointsOf(row);
                Numbers(json, "points", [.. keypoints.SelectMany(point => (double[])[point.X, point.Y])]);
                Numbers(json, "visibility", [.. keypoints.Select(point => point.Visibility)]);
                if (data.Dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasStoredBox))
                    Numbers(json, "bbox", [box.Left, box.Top, box.Width, box.Height]);
                break;
            case ShapeKind.Mask:
                json.WriteString("type", "mask");
                var mask = data.Dataset.ReadMask(row).Mask!;
                json.WriteStartObject("rle");
                json.WriteString("counts", mask.ToText());
                Numbers(json, "size", [mask.Height, mask.Width]);
                json.WriteEndObject();
                break;
            case ShapeKind.Ellipse:
                json.WriteString("type", "ellipse");
                Numbers(json, "points", [box.Left, box.Top, box.Right, box.Bottom]);
                break;
            case ShapeKind.Cuboid:
                WriteCuboid(json, data.Dataset.ReadCuboid(row)!.Value);
                break;
            case ShapeKind.Tag:
                json.WriteString("type", "label");
                break;
            case ShapeKind.Caption:
                json.WriteString("type", "caption");
                json.WriteString("caption", data.Dataset.ReadCaption(row));
                break;
            default:
                json.WriteString("type", "bbox");
                Numbers(json, "bbox", [box.Left, box.Top, box.Width, box.Height]);
                break;
        }
    }

    static void WriteCuboid(Utf8JsonWriter json, in OrientedCuboid cuboid)
    {
        var (x, y, z) = cuboid.Rotation.ToEuler();
        json.WriteString("type", "cuboid_3d");
        Numbers(json, "position", [cuboid.CenterX, cuboid.CenterY, cuboid.CenterZ]);
        Numbers(json, "rotation", [x, y, z]);
        Numbers(json, "scale", [cuboid.Length, cuboid.Width, cuboid.Height]);
    }

    static void WriteId(Utf8JsonWriter json, string name, RecordId id, Dataset dataset)
    {
        if (id.IsText)
            json.WriteString(name, dataset.IdTexts.Show(id));
        else
            json.WriteNumber(name, id.Value);
    }

    static void Numbers(Utf8JsonWriter json, string? name, ReadOnlySpan<double> numbers) =>
        JsonValues.Write(json, name, numbers);
}
