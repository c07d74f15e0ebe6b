using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Writes a file for each image under <c>Annotations</c>. Whole numbers are written as the original development kit counts
/// them, from 1 and with the last pixel, others as continuous edges from 0. Where numbers could be taken for either, each
/// file says which it is. Masks are pictures under <c>SegmentationObject</c> and <c>SegmentationClass</c>.
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
            Shapes = [ShapeKind.Box, ShapeKind.RotatedBox, ShapeKind.Polygon, ShapeKind.Mask],
            MasksInPictures = true,
            BoxBesideShape = true,
            Attributes = AttributeRoom.FlagsAndTexts,
            ImageSizes = true,
            Splits = ["train", "val", "test"],
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        var (convention, isStated) = ConventionFor(data);
        var masks = new VocMaskWriter(data);
        var segmented = new List<WrittenImage>();
        foreach (var image in data.Images)
        {
            var objects = ObjectsOf(image, data);
            List<int> rows = [.. objects.Select(one => one.Row)];
            var drawn = masks.Paint(image, rows, out var pixels);
            output.Write(
                OutputPath.Of(image, $"{VocRoot.Annotations}/", ".xml"),
                stream => stream.Write(Encoding.UTF8.GetBytes(Text(image, data, convention, isStated, drawn)))
            );
            if (pixels is null)
                continue;
            masks.Write(image, rows, pixels, output);
            segmented.Add(image);
        }

        masks.WriteClasses(output);
        WriteSets("Main", data.Images, data, output);
        WriteSets("Segmentation", segmented, data, output);
    }

    static void WriteSets(string kind, IEnumerable<WrittenImage> images, WrittenData data, IOutputFiles output)
    {
        foreach (var split in images.GroupBy(data.SplitOf))
            if (split.Key is { } name)
                output.Write(
                    $"ImageSets/{kind}/{name}.txt",
                    stream =>
                        stream.Write(
                            Encoding.UTF8.GetBytes(string.Concat(split.Select(image => image.PathWith("") + "\n")))
                        )
                );
    }

    /// <summary>
    /// An object has one ring; a polygon of several becomes several objects. Pictures number the objects, and have numbers for the first
    /// 254: where there are more, those with pixels come first.
    /// </summary>
    static List<(int Row, int Ring)> ObjectsOf(WrittenImage image, WrittenData data)
    {
        var objects = image
            .Annotations.SelectMany(row =>
                data.ShapeOf(row) == ShapeKind.Polygon
                    ? Enumerable.Range(0, data.PolygonOf(row).PartCount).Select(ring => (Row: row, Ring: ring))
                    : [(Row: row, Ring: -1)]
            )
            .ToList();
        return objects.Count <= VocSegmentation.MostObjects
            ? objects
            : [.. objects.OrderBy(one => data.PixelsOf(one.Row) is null)];
    }

    static (VocConvention Convention, bool IsStated) ConventionFor(WrittenData data)
    {
        foreach (var convention in (VocConvention[])[VocConvention.Original, VocConvention.Continuous])
        {
            var evidence = new VocEvidence();
            foreach (var image in data.Images)
                evidence.Add(Encoding.UTF8.GetBytes(Text(image, data, convention, isStated: false, [])));
            if (evidence.Decide(out _) == convention)
                return (convention, false);
        }

        return (VocConvention.Original, true);
    }

    static string Text(
        WrittenImage image,
        WrittenData data,
        VocConvention convention,
        bool isStated,
        HashSet<int> drawn
    )
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

        var number = 0;
        foreach (var (row, ring) in ObjectsOf(image, data))
        {
            number++;
            if (ring >= 0)
                WriteRing(xml, row, ring, data, convention);
            else
                WriteObject(xml, row, data, convention, data.BoxOf(row), [], drawn.Contains(number));
        }

        xml.Close("annotation");
        return xml.ToString();
    }

    // The box of a ring among several is that around it.
    static void WriteRing(XmlLines xml, int row, int ring, WrittenData data, VocConvention convention)
    {
        var polygon = data.PolygonOf(row);
        WriteObject(
            xml,
            row,
            data,
            convention,
            polygon.PartCount == 1 ? data.BoxOf(row) : Ring.Bounds(polygon.PartAt(ring)),
            polygon.PartAt(ring),
            isDrawn: false
        );
    }

    static void WriteObject(
        XmlLines xml,
        int row,
        WrittenData data,
        VocConvention convention,
        Box box,
        ReadOnlySpan<double> ring,
        bool isDrawn
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

        if (isDrawn && data.ShapeOf(row) == ShapeKind.Mask)
            xml.Element(Encoding.UTF8.GetString(VocSegmentation.Element), VocSegmentation.Mask);
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
