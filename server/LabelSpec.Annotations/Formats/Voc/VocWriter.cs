using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Writes a file for each image under <c>Annotations</c>. Whole numbers are written as the original development kit counts
/// them, from 1 and with the last pixel, others as continuous edges from 0. Where numbers could be taken for either, each
/// file says which it is.
/// </summary>
sealed class VocWriter : IFormatWriter
{
    // Written as elements of their own, as the development kit does.
    static readonly string[] OwnElements = ["pose", "truncated", "occluded", "difficult"];

    public string Id => "voc";

    public string Title => "Pascal VOC";

    public string? Extension => null;

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = [ShapeKind.Box, ShapeKind.RotatedBox, ShapeKind.Polygon],
            BoxBesideShape = true,
            Attributes = AttributeRoom.FlagsAndTexts,
            ImageSizes = true,
            Splits = ["train", "val", "test"],
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        var (convention, isStated) = ConventionFor(data);
        foreach (var image in data.Images)
            output.Write(
                OutputPath.Of(image, "Annotations/", ".xml"),
                stream => stream.Write(Encoding.UTF8.GetBytes(Text(image, data, convention, isStated)))
            );
        foreach (var split in data.Images.GroupBy(data.SplitOf))
            if (split.Key is { } name)
                output.Write(
                    $"ImageSets/Main/{name}.txt",
                    stream =>
                        stream.Write(
                            Encoding.UTF8.GetBytes(string.Concat(split.Select(image => image.PathWith("") + "\n")))
                        )
                );
    }

    static (VocConvention Convention, bool IsStated) ConventionFor(WrittenData data)
    {
        foreach (var convention in (VocConvention[])[VocConvention.Original, VocConvention.Continuous])
        {
            var evidence = new VocEvidence();
            foreach (var image in data.Images)
                evidence.Add(Encoding.UTF8.GetBytes(Text(image, data, convention, isStated: false)));
            if (evidence.Decide(out _) == convention)
                return (convention, false);
        }

        return (VocConvention.Original, true);
    }

    static string Text(WrittenImage image, WrittenData data, VocConvention convention, bool isStated)
    {
        var xml = new XmlLines();
        xml.Open("annotation");
        xml.Element("filename", image.Name);
        if (isStated)
            xml.Element(Encoding.UTF8.GetString(VocConvention.Element), convention.Text);
        if (image is { Width: > 0, Height: > 0 })
        {
            xml.Open("size");
            xml.Element("width", image.Width);
            xml.Element("height", image.Height);
            xml.Element("depth", 3);
            xml.Close("size");
        }

        foreach (var row in image.Annotations)
            if (data.ShapeOf(row) == ShapeKind.Polygon)
                WritePolygon(xml, row, data, convention);
            else
                WriteObject(xml, row, data, convention, data.BoxOf(row), []);
        xml.Close("annotation");
        return xml.ToString();
    }

    // An object has one ring; a polygon of several becomes several objects, each with the box around its ring.
    static void WritePolygon(XmlLines xml, int row, WrittenData data, VocConvention convention)
    {
        var polygon = data.PolygonOf(row);
        for (var part = 0; part < polygon.PartCount; part++)
            WriteObject(
                xml,
                row,
                data,
                convention,
                polygon.PartCount == 1 ? data.BoxOf(row) : Ring.Bounds(polygon.PartAt(part)),
                polygon.PartAt(part)
            );
    }

    static void WriteObject(
        XmlLines xml,
        int row,
        WrittenData data,
        VocConvention convention,
        Box box,
        ReadOnlySpan<double> ring
    )
    {
        xml.Open("object");
        xml.Element("name", data.NameOfCategory(row));
        foreach (var (name, value) in data.AttributesOf(row))
            if (OwnElements.Contains(name))
                xml.Element(name, TextOf(value));
        if (data.ShapeOf(row) == ShapeKind.RotatedBox)
        {
            xml.Open("robndbox");
            xml.Element("cx", box.Center.X);
            xml.Element("cy", box.Center.Y);
            xml.Element("w", box.Width);
            xml.Element("h", box.Height);
            xml.Element("angle", double.DegreesToRadians(data.Dataset.Annotations.Angles[row]));
            xml.Close("robndbox");
        }
        else
        {
            var edges = convention.FromCanonical(box);
            xml.Open("bndbox");
            xml.Element("xmin", edges[0]);
            xml.Element("ymin", edges[1]);
            xml.Element("xmax", edges[2]);
            xml.Element("ymax", edges[3]);
            xml.Close("bndbox");
        }

        if (!ring.IsEmpty)
        {
            xml.Open("polygon");
            for (var i = 0; i < ring.Length; i++)
                xml.Element($"{(i % 2 == 0 ? 'x' : 'y')}{i / 2 + 1}", ring[i] + convention.Origin);
            xml.Close("polygon");
        }

        WriteAttributes(xml, row, data);
        xml.Close("object");
    }

    static void WriteAttributes(XmlLines xml, int row, WrittenData data)
    {
        var others = data.AttributesOf(row).Where(one => !OwnElements.Contains(one.Name)).ToList();
        if (others.Count == 0)
            return;
        xml.Open("attributes");
        foreach (var (name, value) in others)
        {
            xml.Open("attribute");
            xml.Element("name", name);
            xml.Element("value", TextOf(value));
            xml.Close("attribute");
        }

        xml.Close("attributes");
    }

    static string TextOf(AttributeValue value) =>
        value.Kind == AttributeValueKind.Bool ? (value.AsBool ? "1" : "0") : value.ToString();
}
