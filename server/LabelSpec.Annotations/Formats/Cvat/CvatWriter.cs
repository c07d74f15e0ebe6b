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
            Shapes = [.. FormatCapacity.Drawn, ShapeKind.Point, ShapeKind.Skeleton, ShapeKind.Cuboid, ShapeKind.Tag],
            DrawnCuboids = true,
            TurnedEllipses = true,
            PointsTogether = true,
            KeypointNames = true,
            AnySplit = true,
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
        var skeletons = new CvatSkeletons(data);
        WriteLabels(xml, data, skeletons);
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
                WriteShape(xml, row, data, skeletons);
            xml.Close("image");
        }

        xml.Close("annotations");
        return xml.ToString();
    }

    static void WriteLabels(XmlLines xml, WrittenData data, CvatSkeletons skeletons)
    {
        xml.Open("meta");
        xml.Open("task");
        xml.Open("labels");
        foreach (var category in data.Categories)
        {
            xml.Open("label");
            xml.Element("name", data.Dataset.Categories.NameOf(category));
            if (skeletons.PointsOf(category).Count > 0)
                xml.Element("type", "skeleton");
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
            foreach (var point in skeletons.PointsOf(category))
                WritePointLabel(xml, point, data.Dataset.Categories.NameOf(category));
        }

        xml.Close("labels");
        xml.Close("task");
        xml.Close("meta");
    }

    // The points of a skeleton are labels with a parent.
    static void WritePointLabel(XmlLines xml, string point, string skeleton)
    {
        xml.Open("label");
        xml.Element("name", point);
        xml.Element("type", "points");
        xml.Empty("attributes");
        xml.Element("parent", skeleton);
        xml.Close("label");
    }

    static void WriteShape(XmlLines xml, int row, WrittenData data, CvatSkeletons skeletons)
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
                    [
                        ("cx", XmlLines.Number(box.Center.X)),
                        ("cy", XmlLines.Number(box.Center.Y)),
                        ("rx", XmlLines.Number(box.Width / 2)),
                        ("ry", XmlLines.Number(box.Height / 2)),
                        ("rotation", turn),
                    ]
                );
                break;
            case ShapeKind.Mask:
                WriteMask(xml, row, data);
                break;
            case ShapeKind.Skeleton:
                WriteOne(xml, "skeleton", row, data, children: () => skeletons.Write(xml, row));
                break;
            case ShapeKind.Cuboid:
                var faces = data.PolygonOf(row).Coordinates.ToArray();
                WriteOne(
                    xml,
                    "cuboid",
                    row,
                    data,
                    [.. CvatKeys.CuboidNames.Select((name, i) => (name, (string?)XmlLines.Number(faces[i])))]
                );
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
                    WriteOne(xml, element, row, data, [("points", Points(polygon.PartAt(part)))]);
                break;
            default:
                WriteOne(
                    xml,
                    "box",
                    row,
                    data,
                    [
                        ("xtl", XmlLines.Number(box.Left)),
                        ("ytl", XmlLines.Number(box.Top)),
                        ("xbr", XmlLines.Number(box.Right)),
                        ("ybr", XmlLines.Number(box.Bottom)),
                        ("rotation", turn),
                    ]
                );
                break;
        }
    }

    // Runs along rows within the box around the mask, background first.
    static void WriteMask(XmlLines xml, int row, WrittenData data)
    {
        var mask = data.Dataset.ReadMask(row).Mask!;
        WriteOne(
            xml,
            "mask",
            row,
            data,
            [
                ("rle", string.Join(", ", mask.ToRowRuns())),
                ("left", XmlLines.Number(mask.Bounds.Left)),
                ("top", XmlLines.Number(mask.Bounds.Top)),
                ("width", XmlLines.Number(mask.Bounds.Width)),
                ("height", XmlLines.Number(mask.Bounds.Height)),
            ]
        );
    }

    static void WriteOne(
        XmlLines xml,
        string element,
        int row,
        WrittenData data,
        ReadOnlySpan<(string Name, string? Value)> geometry = default,
        Action? children = null
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
        children?.Invoke();
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
