using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Writes "CVAT for images 1.1".</summary>
sealed class CvatWriter : IFormatWriter
{
    const string Occluded = "occluded";
    const string Source = "source";

    public string Id => "cvat";

    public string Title => "CVAT for images 1.1";

    public string Extension => ".xml";

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes =
            [
                ShapeKind.Box,
                ShapeKind.RotatedBox,
                ShapeKind.Polygon,
                ShapeKind.Polyline,
                ShapeKind.Point,
                ShapeKind.Ellipse,
                ShapeKind.Mask,
                ShapeKind.Tag,
            ],
            Attributes = AttributeRoom.All,
            Groups = true,
            ZOrders = true,
            ImageSizes = true,
            UnusedCategories = true,
        };

    public void Write(WrittenData data, IOutputFiles output) =>
        output.Write("", stream => stream.Write(Encoding.UTF8.GetBytes(Text(data))));

    static string Text(WrittenData data)
    {
        var xml = new XmlLines();
        xml.Open("annotations");
        xml.Element("version", "1.1");
        WriteLabels(xml, data);
        for (var i = 0; i < data.Images.Length; i++)
        {
            var image = data.Images[i];
            xml.Open(
                "image",
                ("id", i.ToString(CultureInfo.InvariantCulture)),
                ("name", image.Name),
                ("subset", data.Dataset.Images.SplitOf(image.Row)),
                ("width", image.Width > 0 ? XmlLines.Number(image.Width) : null),
                ("height", image.Height > 0 ? XmlLines.Number(image.Height) : null)
            );
            foreach (var row in image.Annotations)
                WriteShape(xml, row, data);
            xml.Close("image");
        }

        xml.Close("annotations");
        return xml.ToString();
    }

    static void WriteLabels(XmlLines xml, WrittenData data)
    {
        xml.Open("meta");
        xml.Open("task");
        xml.Open("labels");
        foreach (var category in data.Categories)
        {
            xml.Open("label");
            xml.Element("name", data.Dataset.Categories.NameOf(category));
            xml.Open("attributes");
            foreach (var attribute in data.Dataset.Categories.DeclarationOf(category)?.Attributes ?? [])
            {
                xml.Open("attribute");
                xml.Element("name", attribute.Name);
                xml.Element("mutable", attribute.IsMutable ? "True" : "False");
                xml.Element("input_type", attribute.InputType is { Length: > 0 } type ? type : "text");
                xml.Element("default_value", attribute.Default ?? "");
                xml.Element("values", string.Join('\n', attribute.Values));
                xml.Close("attribute");
            }

            xml.Close("attributes");
            xml.Close("label");
        }

        xml.Close("labels");
        xml.Close("task");
        xml.Close("meta");
    }

    static void WriteShape(XmlLines xml, int row, WrittenData data)
    {
        var shape = data.ShapeOf(row);
        var box = data.BoxOf(row);
        var angle = data.Dataset.Annotations.Angles[row];
        var turn = angle == 0 ? null : XmlLines.Number(angle);
        switch (shape)
        {
            case ShapeKind.Tag:
                WriteOne(xml, "tag", row, data);
                break;
            case ShapeKind.Ellipse:
                WriteOne(
                    xml,
                    "ellipse",
                    row,
                    data,
                    ("cx", XmlLines.Number(box.Center.X)),
                    ("cy", XmlLines.Number(box.Center.Y)),
                    ("rx", XmlLines.Number(box.Width / 2)),
                    ("ry", XmlLines.Number(box.Height / 2)),
                    ("rotation", turn)
                );
                break;
            case ShapeKind.Mask:
                WriteMask(xml, row, data);
                break;
            case ShapeKind.Polygon or ShapeKind.Polyline or ShapeKind.Point:
                var polygon = data.PolygonOf(row);
                var element = shape switch
                {
                    ShapeKind.Polygon => "polygon",
                    ShapeKind.Polyline => "polyline",
                    _ => "points",
                };
                for (var part = 0; part < polygon.PartCount; part++)
                    WriteOne(xml, element, row, data, ("points", Points(polygon.PartAt(part))));
                break;
            default:
                WriteOne(
                    xml,
                    "box",
                    row,
                    data,
                    ("xtl", XmlLines.Number(box.Left)),
                    ("ytl", XmlLines.Number(box.Top)),
                    ("xbr", XmlLines.Number(box.Right)),
                    ("ybr", XmlLines.Number(box.Bottom)),
                    ("rotation", turn)
                );
                break;
        }
    }

    // Runs along rows within the box around the mask, background first.
    static void WriteMask(XmlLines xml, int row, WrittenData data)
    {
        var mask = data.Dataset.ReadMask(row).Mask!;
        var pixels = new byte[(long)mask.Width * mask.Height];
        mask.TryCopyTo(pixels);
        var bounds = mask.Bounds;
        var (left, top) = ((int)bounds.Left, (int)bounds.Top);
        var (width, height) = ((int)bounds.Width, (int)bounds.Height);
        var runs = new List<int> { 0 };
        for (var i = 0; i < width * height; i++)
        {
            var pixel = pixels[(top + i / width) * mask.Width + left + i % width] != 0;
            if (pixel != (runs.Count % 2 == 0))
                runs.Add(0);
            runs[^1]++;
        }

        WriteOne(
            xml,
            "mask",
            row,
            data,
            ("rle", string.Join(", ", runs)),
            ("left", XmlLines.Number(left)),
            ("top", XmlLines.Number(top)),
            ("width", XmlLines.Number(width)),
            ("height", XmlLines.Number(height))
        );
    }

    static void WriteOne(
        XmlLines xml,
        string element,
        int row,
        WrittenData data,
        params ReadOnlySpan<(string Name, string? Value)> geometry
    )
    {
        var rows = data.Dataset.Annotations;
        var attributes = data.AttributesOf(row).ToList();
        var isOccluded =
            attributes.Find(one => one.Name == Occluded).Value is { Kind: AttributeValueKind.Bool, AsBool: true };
        (string, string?)[] all =
        [
            ("label", data.NameOfCategory(row)),
            (
                Source,
                attributes.Find(one => one.Name == Source).Value is { Kind: AttributeValueKind.Text } source
                    ? source.AsText
                    : null
            ),
            (Occluded, isOccluded ? "1" : "0"),
            .. geometry,
            ("z_order", rows.ZOrders[row].ToString(CultureInfo.InvariantCulture)),
            ("group_id", rows.Groups[row] >= 0 ? rows.Groups[row].ToString(CultureInfo.InvariantCulture) : null),
        ];
        xml.Open(element, all);
        foreach (var (name, value) in attributes)
            if (
                name is not (Occluded or Source)
                || value.Kind is not (AttributeValueKind.Bool or AttributeValueKind.Text)
            )
                xml.Element("attribute", value.ToString(), ("name", name));
        xml.Close(element);
    }

    static string Points(ReadOnlySpan<double> points)
    {
        var text = new StringBuilder();
        for (var i = 0; i + 1 < points.Length; i += 2)
            text.Append(i == 0 ? "" : ";")
                .Append(XmlLines.Number(points[i]))
                .Append(',')
                .Append(XmlLines.Number(points[i + 1]));
        return text.ToString();
    }
}
