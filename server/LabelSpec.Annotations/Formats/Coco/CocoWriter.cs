using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Writes COCO JSON, one element on a line, so that two files can be compared line by line. Numbers have all their digits,
/// and equal documents are equal byte by byte.
/// </summary>
public static class CocoWriter
{
    // The output is a file, never a part of an HTML page, so that only what JSON asks for is escaped.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CocoDocument document, Stream output)
    {
        output.Write("{\n"u8);
        WriteSection("images"u8, document.Images, Write, output);
        output.Write(",\n"u8);
        WriteSection("categories"u8, document.Categories, Write, output);
        output.Write(",\n"u8);
        WriteSection("annotations"u8, document.Annotations, Write, output);
        output.Write("\n}\n"u8);
    }

    static void WriteSection<T>(
        ReadOnlySpan<byte> name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write,
        Stream output
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        output.Write("  \""u8);
        output.Write(name);
        output.Write("\": ["u8);
        for (var i = 0; i < items.Count; i++)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            write(json, items[i]);
            json.WriteEndObject();
            json.Flush();
            output.Write(i == 0 ? "\n    "u8 : ",\n    "u8);
            output.Write(buffer.WrittenSpan);
        }

        output.Write(items.Count == 0 ? "]"u8 : "\n  ]"u8);
    }

    static void Write(Utf8JsonWriter json, CocoImageEntry image)
    {
        json.WriteNumber("id", image.Id);
        json.WriteString("file_name", image.FileName);
        if (image.Width > 0 && image.Height > 0)
        {
            json.WriteNumber("width", image.Width);
            json.WriteNumber("height", image.Height);
        }

        if (!image.Attributes.IsDefaultOrEmpty)
            WriteAttributes(json, image.Attributes);
    }

    static void Write(Utf8JsonWriter json, CocoCategoryEntry category)
    {
        json.WriteNumber("id", category.Id);
        json.WriteString("name", category.Name);
        if (category.Supercategory is { } supercategory)
            json.WriteString("supercategory", supercategory);
        if (category.Keypoints.IsEmpty)
            return;
        json.WriteStartArray("keypoints");
        foreach (var name in category.Keypoints)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("skeleton");
        foreach (var (from, to) in category.Skeleton)
        {
            json.WriteStartArray();
            json.WriteNumberValue(from + 1);
            json.WriteNumberValue(to + 1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, CocoAnnotationEntry annotation)
    {
        json.WriteNumber("id", annotation.Id);
        json.WriteNumber("image_id", annotation.ImageId);
        if (annotation.Caption is { } caption)
            json.WriteString("caption", caption);
        else
            json.WriteNumber("category_id", annotation.CategoryId);
        if (annotation.Box is { } box)
        {
            WriteNumbers(json, "bbox", [box.Left, box.Top, box.Width, box.Height]);
            json.WriteNumber("area", annotation.Area);
            json.WriteNumber("iscrowd", annotation.IsCrowd ? 1 : 0);
            WriteSegmentation(json, annotation);
        }
        else if (annotation.IsCrowd)
            json.WriteNumber("iscrowd", 1);

        WriteKeypoints(json, annotation);
        WriteAttributes(json, annotation.Attributes);
        annotation.More?.Invoke(json);
    }

    static void WriteAttributes(Utf8JsonWriter json, IReadOnlyList<(string Name, AttributeValue Value)> attributes)
    {
        json.WriteStartObject("attributes");
        foreach (var (name, value) in attributes)
            JsonValues.Write(json, name, value);
        json.WriteEndObject();
    }

    static void WriteSegmentation(Utf8JsonWriter json, CocoAnnotationEntry annotation)
    {
        if (annotation.Mask is { } mask)
        {
            json.WriteStartObject("segmentation");
            WriteNumbers(json, "size", [mask.Height, mask.Width]);
            json.WriteString("counts", mask.ToText());
            json.WriteEndObject();
            return;
        }

        json.WriteStartArray("segmentation");
        foreach (var ring in annotation.Polygons)
            WriteNumbers(json, null, ring);
        json.WriteEndArray();
    }

    static void WriteKeypoints(Utf8JsonWriter json, CocoAnnotationEntry annotation)
    {
        if (annotation.Keypoints.IsEmpty)
            return;
        json.WriteStartArray("keypoints");
        var labelled = 0;
        foreach (var point in annotation.Keypoints)
        {
            json.WriteNumberValue(point.X);
            json.WriteNumberValue(point.Y);
            json.WriteNumberValue(point.Visibility);
            labelled += point.IsLabelled ? 1 : 0;
        }

        json.WriteEndArray();
        json.WriteNumber("num_keypoints", labelled);
    }

    static void WriteNumbers(Utf8JsonWriter json, string? name, ReadOnlySpan<double> numbers)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var number in numbers)
            // JSON has no infinities; a coordinate that is none is written as null, which readers report.
            if (double.IsFinite(number))
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        json.WriteEndArray();
    }
}
