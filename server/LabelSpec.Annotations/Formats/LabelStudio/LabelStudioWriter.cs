using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>Writes tasks to import: one for each image, with an annotation for each annotator.</summary>
sealed class LabelStudioWriter : IFormatWriter
{
    /// <summary>How large a point is drawn, in percent of the image's width.</summary>
    const double PointSize = 0.5;

    public string Id => "label-studio";

    public string Title => "Label Studio JSON";

    public string Extension => ".json";

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = [.. FormatCapacity.Drawn, ShapeKind.Point, ShapeKind.Skeleton, ShapeKind.Tag],
            TurnedEllipses = true,
            BoxBesideKeypoints = true,
            Attributes = AttributeRoom.All,
            ImageSizes = true,
            SizesOfEmptyImages = false,
        };

    public void Write(WrittenData data, IOutputFiles output) =>
        output.Write(
            "",
            stream =>
            {
                using var json = new Utf8JsonWriter(stream, JsonValues.Indented);
                json.WriteStartArray();
                for (var i = 0; i < data.Images.Length; i++)
                    WriteTask(json, i + 1, data.Images[i], data);
                json.WriteEndArray();
            }
        );

    static void WriteTask(Utf8JsonWriter json, int number, WrittenImage image, WrittenData data)
    {
        if (image.Annotations.Length > 0 && (image.Width <= 0 || image.Height <= 0))
            throw new InvalidDataException(
                $"the size of {image.Name} is not known, and Label Studio writes percent of it; add width and height, or the "
                    + "picture"
            );
        var rows = data.Dataset.Annotations;
        json.WriteStartObject();
        json.WriteNumber("id", number);
        json.WriteStartObject("data");
        json.WriteString("image", image.Name);
        json.WriteEndObject();
        json.WriteStartArray("annotations");
        foreach (var work in image.Annotations.GroupBy(row => rows.Annotators[row]).DefaultIfEmpty())
        {
            json.WriteStartObject();
            if (work?.Key >= 0)
                json.WriteString("completed_by", rows.AnnotatorNames[work.Key]);
            json.WriteStartArray("result");
            foreach (var row in work ?? Enumerable.Empty<int>())
                WriteShape(json, row, image, data);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteShape(Utf8JsonWriter json, int row, WrittenImage image, WrittenData data)
    {
        var shape = data.ShapeOf(row);
        if (shape == ShapeKind.Skeleton)
        {
            WriteSkeleton(json, row, image, data);
            return;
        }

        if (shape is not (ShapeKind.Polygon or ShapeKind.Polyline or ShapeKind.Point))
        {
            WriteRegion(json, $"r{row}", row, image, data, []);
            return;
        }

        var polygon = data.PolygonOf(row);
        if (shape == ShapeKind.Point)
        {
            var points = polygon.Coordinates;
            for (var i = 0; i + 1 < points.Length; i += 2)
                WriteRegion(json, $"r{row}.{i / 2}", row, image, data, points.Slice(i, 2));
            return;
        }

        for (var part = 0; part < polygon.PartCount; part++)
            WriteRegion(json, $"r{row}.{part}", row, image, data, polygon.PartAt(part));
    }

    // As Label Studio's own converters do: a box, and points whose parent it is. What a point says beside its place is in its meta.
    static void WriteSkeleton(Utf8JsonWriter json, int row, WrittenImage image, WrittenData data)
    {
        WriteRegion(json, $"r{row}", row, image, data, []);
        var names = data.Dataset.Categories.DeclarationOf(data.Dataset.Annotations.Categories[row])?.Keypoints ?? [];
        var points = data.KeypointsOf(row);
        for (var i = 0; i < points.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("parentID", $"r{row}");
            StartRegion(json, $"r{row}.{i}", "keypointlabels", image);
            WritePoint(json, [points[i].X, points[i].Y], image);
            json.WriteStartArray("keypointlabels");
            json.WriteStringValue(
                i < names.Length ? names[i] : i.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("meta");
            json.WriteNumber(LabelStudioSkeletons.Visibility, points[i].Visibility);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    static void StartRegion(Utf8JsonWriter json, string id, string type, WrittenImage image)
    {
        json.WriteString("id", id);
        json.WriteString("from_name", "label");
        json.WriteString("to_name", "image");
        json.WriteString("type", type);
        json.WriteNumber("original_width", image.Width);
        json.WriteNumber("original_height", image.Height);
        json.WriteNumber("image_rotation", 0);
        json.WriteStartObject("value");
    }

    static void WritePoint(Utf8JsonWriter json, ReadOnlySpan<double> at, WrittenImage image)
    {
        json.WriteNumber("x", at[0] * 100 / image.Width);
        json.WriteNumber("y", at[1] * 100 / image.Height);
        json.WriteNumber("width", PointSize);
    }

    static void WriteRegion(
        Utf8JsonWriter json,
        string id,
        int row,
        WrittenImage image,
        WrittenData data,
        ReadOnlySpan<double> ring
    )
    {
        var shape = data.ShapeOf(row);
        var type = shape switch
        {
            ShapeKind.Polygon or ShapeKind.Polyline => "polygonlabels",
            ShapeKind.Ellipse => "ellipselabels",
            ShapeKind.Point => "keypointlabels",
            ShapeKind.Mask => "brushlabels",
            ShapeKind.Tag => "choices",
            _ => "rectanglelabels",
        };
        json.WriteStartObject();
        StartRegion(json, id, type, image);
        switch (shape)
        {
            case ShapeKind.Tag:
                break;
            case ShapeKind.Mask:
                WriteBrush(json, data.Dataset.ReadMask(row).Mask!);
                break;
            case ShapeKind.Point:
                WritePoint(json, ring, image);
                break;
            case ShapeKind.Polygon or ShapeKind.Polyline:
                WriteRing(json, shape, ring, image);
                break;
            default:
                WriteBox(json, shape, data.BoxOf(row), data.Dataset.Annotations.Angles[row], image);
                break;
        }

        json.WriteStartArray(type);
        json.WriteStringValue(data.NameOfCategory(row));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("meta");
        foreach (var (name, value) in data.AttributesOf(row))
            JsonValues.Write(json, name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Of a turned box the place of its top-left corner is written, about which Label Studio turns it.
    static void WriteBox(Utf8JsonWriter json, ShapeKind shape, Box box, double angle, WrittenImage image)
    {
        var (width, height) = (100.0 / image.Width, 100.0 / image.Height);
        if (shape == ShapeKind.Ellipse)
        {
            json.WriteNumber("x", box.Center.X * width);
            json.WriteNumber("y", box.Center.Y * height);
            json.WriteNumber("radiusX", box.Width / 2 * width);
            json.WriteNumber("radiusY", box.Height / 2 * height);
        }
        else
        {
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(angle));
            var corner =
                angle == 0
                    ? new Point(box.Left, box.Top)
                    : new Point(
                        box.Center.X - (box.Width * cos - box.Height * sin) / 2,
                        box.Center.Y - (box.Width * sin + box.Height * cos) / 2
                    );
            json.WriteNumber("x", corner.X * width);
            json.WriteNumber("y", corner.Y * height);
            json.WriteNumber("width", box.Width * width);
            json.WriteNumber("height", box.Height * height);
        }

        json.WriteNumber("rotation", angle);
    }

    static void WriteBrush(Utf8JsonWriter json, RleMask mask)
    {
        json.WriteString("format", "rle");
        json.WriteStartArray("rle");
        foreach (var value in LabelStudioBrush.Encode(mask))
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    static void WriteRing(Utf8JsonWriter json, ShapeKind shape, ReadOnlySpan<double> ring, WrittenImage image)
    {
        json.WriteStartArray("points");
        for (var i = 0; i + 1 < ring.Length; i += 2)
            JsonValues.Write(json, null, [ring[i] * 100 / image.Width, ring[i + 1] * 100 / image.Height]);
        json.WriteEndArray();
        json.WriteBoolean("closed", shape == ShapeKind.Polygon);
    }
}
