using System.Runtime.InteropServices;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Via;

/// <summary>Reads images and their regions.</summary>
sealed class ViaReader(FormatFile file) : IJsonRecords
{
    /// <summary>Attributes that mostly name the class; a project is free to call it anything.</summary>
    public static readonly string[] ClassNames =
    [
        "class",
        "label",
        "labels",
        "category",
        "type",
        "object",
        "class_name",
        "name",
    ];

    readonly DatasetPart part = file.Part;

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) =>
        key.IsEmpty || key.SequenceEqual("_via_img_metadata"u8) ? JsonUse.Each
        : key.StartsWith("_via"u8) ? JsonUse.Pass
        : JsonUse.Whole;

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (!record["regions"u8].Exists && !record["filename"u8].Exists)
        {
            part.Problems.Report(
                JsonProblems.MissingField,
                record.Span,
                "The image has no 'filename' and no 'regions'."
            );
            return;
        }
        var image = part.AddImage(new(record.Span) { FileName = record["filename"u8].Text ?? "" });
        foreach (var attribute in record["file_attributes"u8].Children)
            part.SetImageAttribute(image, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
        foreach (var region in record["regions"u8].Children)
            ReadRegion(region, image);
    }

    /// <summary>The attribute that names the class: one of the usual names, else the only one that there is.</summary>
    public static JsonNode ClassOf(JsonNode attributes)
    {
        foreach (var name in ClassNames)
            if (attributes[Encoding.UTF8.GetBytes(name)] is { Exists: true } found)
                return found;
        foreach (var only in attributes.Children)
            return attributes.Count == 1 ? only : default;
        return default;
    }

    void ReadRegion(JsonNode region, int image)
    {
        var (shape, attributes) = (region["shape_attributes"u8], region["region_attributes"u8]);
        var row = new AnnotationRow(region.Span)
        {
            Image = image,
            Category = NameOf(ClassOf(attributes)) is { Length: > 0 } name ? part.Category(name) : -1,
        };
        if (!SetShape(ref row, shape))
            part.Problems.Report(
                JsonProblems.WrongType,
                region.Span,
                $"VIA has no shape '{shape["name"u8].Text}', or it lacks its numbers."
            );
        var annotation = part.AddAnnotation(row);
        foreach (var attribute in attributes.Children)
            part.SetAttribute(annotation, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
    }

    // Check boxes are an object of names and true.
    string? NameOf(JsonNode value)
    {
        foreach (var choice in value.Children)
            if (choice.Flag == true)
                return choice.KeyText;
        return value.IsNumber ? value.Attribute(part.Texts).ToString() : value.TextIn(part.Texts);
    }

    bool SetShape(ref AnnotationRow row, JsonNode shape)
    {
        var (x, y) = (shape["cx"u8].Number, shape["cy"u8].Number);
        switch (shape["name"u8].Text)
        {
            case "rect":
                Shapes.SetBox(
                    ref row,
                    new(shape["x"u8].Number, shape["y"u8].Number, shape["width"u8].Number, shape["height"u8].Number)
                );
                return true;
            case "circle":
                SetEllipse(ref row, x, y, shape["r"u8].Number, shape["r"u8].Number);
                return true;
            case "ellipse":
                SetEllipse(ref row, x, y, shape["rx"u8].Number, shape["ry"u8].Number);
                row.Angle = shape["theta"u8].IsNumber ? shape["theta"u8].Number * 180 / Math.PI : 0;
                return true;
            case "point":
                Shapes.SetPoints(ref row, part, [x, y], ShapeKind.Point);
                return true;
            case "polygon":
                return SetPoints(ref row, shape, ShapeKind.Polygon);
            case "polyline":
                return SetPoints(ref row, shape, ShapeKind.Polyline);
            default:
                return false;
        }
    }

    static void SetEllipse(ref AnnotationRow row, double x, double y, double radiusX, double radiusY)
    {
        row.Shape = ShapeKind.Ellipse;
        row.Flags |= AnnotationFlags.HasStoredBox;
        row.Box = Box.FromCenter(x, y, 2 * radiusX, 2 * radiusY);
    }

    bool SetPoints(ref AnnotationRow row, JsonNode shape, ShapeKind kind)
    {
        var (xs, ys) = (new List<double>(), new List<double>());
        shape["all_points_x"u8].AddNumbersTo(xs);
        shape["all_points_y"u8].AddNumbersTo(ys);
        if (xs.Count != ys.Count)
            part.Problems.Report(
                JsonProblems.UnequalArrays,
                shape.Span,
                $"There are {xs.Count} x and {ys.Count} y; the rest of the longer list is left out."
            );
        var vertices = new List<double>();
        for (var i = 0; i < Math.Min(xs.Count, ys.Count); i++)
            vertices.AddRange([xs[i], ys[i]]);
        Shapes.SetPoints(ref row, part, CollectionsMarshal.AsSpan(vertices), kind);
        return vertices.Count > 0;
    }
}
