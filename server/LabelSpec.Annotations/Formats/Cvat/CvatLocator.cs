using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Finds a value by scanning its element again.</summary>
static class CvatLocator
{
    static readonly CvatKey[] Box = [CvatKey.Left, CvatKey.Top, CvatKey.Right, CvatKey.Bottom];
    static readonly CvatKey[] Ellipse = [CvatKey.CenterX, CvatKey.CenterY, CvatKey.RadiusX, CvatKey.RadiusY];
    static readonly CvatKey[] Mask = [CvatKey.MaskLeft, CvatKey.MaskTop, CvatKey.MaskWidth, CvatKey.MaskHeight];
    static readonly CvatKey[] Cuboid = [.. Enumerable.Range(0, 16).Select(i => CvatKey.FirstCuboid + i)];

    /// <summary>The attributes that hold a shape's box, as stored.</summary>
    public static ReadOnlySpan<CvatKey> BoxKeys(ShapeKind shape) =>
        shape switch
        {
            ShapeKind.Ellipse => Ellipse,
            ShapeKind.Mask => Mask,
            ShapeKind.Cuboid => Cuboid,
            _ => Box,
        };

    public static SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone)
            return whole;
        var text = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length);
        var found = element.Kind switch
        {
            ElementKind.Annotation when field.Kind == FieldKind.Keypoint => Keypoint(
                dataset,
                element.Index,
                text,
                field.Index
            ),
            ElementKind.Annotation => InShape(text, dataset.Annotations.Shapes[element.Index], field),
            ElementKind.Image => InImage(text, field),
            ElementKind.Track => InTrack(text, field),
            _ => InLabel(text, field),
        };
        if (!found.IsNone)
            return new(whole.File, whole.Start + found.Start, found.Length);
        return OutsideOfElement(dataset, element, field) ?? whole;
    }

    // The label of a track's shapes stands at the track, the size of a video's frames in the task.
    static SourceSpan? OutsideOfElement(Dataset dataset, Element element, Field field)
    {
        if (element.Kind == ElementKind.Annotation && field.Kind is FieldKind.Category or FieldKind.Track)
        {
            var track = dataset.Annotations.Tracks[element.Index];
            return track < 0 ? null : Locate(dataset, Element.Track(track), field);
        }

        if (element.Kind != ElementKind.Image || field.Kind is not (FieldKind.Width or FieldKind.Height))
            return null;
        var file = dataset.Images.FileOf(element.Index);
        var text = dataset.Files[file].Bytes.From(0);
        var scanner = new XmlScanner(text);
        while (scanner.Read())
            if (scanner.Token == XmlToken.Start && scanner.Name.SequenceEqual("original_size"u8))
            {
                var size = XmlLookup.Whole(ref scanner);
                var name = field.Kind == FieldKind.Width ? "width"u8 : "height"u8;
                var found = XmlLookup.Content(text.Slice(size.Start, size.Length), name);
                return found.IsNone ? null : new SourceSpan(file, size.Start + found.Start, found.Length);
            }
            else if (scanner.Token == XmlToken.End && scanner.Name.SequenceEqual("meta"u8))
                return null;
        return null;
    }

    static XmlRange InShape(ReadOnlySpan<byte> shape, ShapeKind kind, Field field) =>
        field.Kind switch
        {
            FieldKind.Category => XmlLookup.Attribute(shape, "label"u8),
            FieldKind.Box => InBox(shape, kind, -1),
            FieldKind.BoxPart => InBox(shape, kind, field.Index),
            FieldKind.Angle => XmlLookup.Attribute(shape, "rotation"u8),
            FieldKind.Group => XmlLookup.Attribute(shape, "group_id"u8),
            FieldKind.Frame => XmlLookup.Attribute(shape, "frame"u8),
            FieldKind.Segmentation or FieldKind.Part => kind switch
            {
                ShapeKind.Mask => XmlLookup.Attribute(shape, "rle"u8),
                ShapeKind.Cuboid => InBox(shape, kind, -1),
                _ => XmlLookup.Attribute(shape, "points"u8),
            },
            FieldKind.Vertex when kind == ShapeKind.Cuboid => CuboidVertex(shape, field),
            FieldKind.Vertex => Vertex(shape, field.Vertex),
            FieldKind.Attribute => Attribute(shape, field.Name),
            _ => XmlRange.None,
        };

    // Keypoints have the declared order; the ones that no label declares follow in the order of the file.
    static XmlRange Keypoint(Dataset dataset, int annotation, ReadOnlySpan<byte> shape, int index)
    {
        var category = dataset.Annotations.Categories[annotation];
        var declaration =
            category < 0 ? null : dataset.Categories.DeclarationOf(category, dataset.Annotations.FileOf(annotation));
        var names = declaration is null ? [] : declaration.Keypoints;
        var undeclared = index - names.Length;
        var pool = new Building.TextPool();
        for (var child = 0; XmlLookup.Child(shape, "points"u8, child) is { IsNone: false } points; child++)
        {
            var element = shape.Slice(points.Start, points.Length);
            var label = XmlLookup.Attribute(element, "label"u8);
            var name = label.IsNone ? "" : XmlText.Decode(element.Slice(label.Start, label.Length), pool);
            if (index < names.Length ? name == names[index] : !names.Contains(name) && undeclared-- == 0)
                return points;
        }

        return XmlRange.None;
    }

    static XmlRange InImage(ReadOnlySpan<byte> image, Field field)
    {
        if (!image.StartsWith("<image"u8))
            return XmlRange.None;
        return field.Kind switch
        {
            FieldKind.Id => XmlLookup.Attribute(image, "id"u8),
            FieldKind.FileName or FieldKind.Name => XmlLookup.Attribute(image, "name"u8),
            FieldKind.Width => XmlLookup.Attribute(image, "width"u8),
            FieldKind.Height => XmlLookup.Attribute(image, "height"u8),
            _ => XmlRange.None,
        };
    }

    static XmlRange InTrack(ReadOnlySpan<byte> track, Field field) =>
        field.Kind switch
        {
            FieldKind.Id or FieldKind.Track => XmlLookup.Attribute(track, "id"u8),
            FieldKind.Category => XmlLookup.Attribute(track, "label"u8),
            FieldKind.Group => XmlLookup.Attribute(track, "group_id"u8),
            _ => XmlRange.None,
        };

    static XmlRange InLabel(ReadOnlySpan<byte> label, Field field) =>
        field.Kind switch
        {
            FieldKind.Name or FieldKind.Category => XmlLookup.Content(label, "name"u8),
            FieldKind.Attribute => DeclaredAttribute(label, field.Name),
            _ => XmlRange.None,
        };

    /// <summary>One of the box's values, or the range from the first to the last of them.</summary>
    static XmlRange InBox(ReadOnlySpan<byte> shape, ShapeKind kind, int index)
    {
        var keys = BoxKeys(kind);
        if (index >= keys.Length)
            return XmlRange.None;
        if (index >= 0)
            return XmlLookup.Attribute(shape, CvatKeys.NameOf(keys[index]));
        var (start, end) = (int.MaxValue, 0);
        foreach (var key in keys)
            if (XmlLookup.Attribute(shape, CvatKeys.NameOf(key)) is { IsNone: false } value)
                (start, end) = (Math.Min(start, value.Start), Math.Max(end, value.End));
        return end == 0 ? XmlRange.None : new(start, end - start);
    }

    static XmlRange CuboidVertex(ReadOnlySpan<byte> shape, Field field)
    {
        var first = CvatKey.FirstCuboid + 8 * field.Index + 2 * field.Vertex;
        var x = XmlLookup.Attribute(shape, CvatKeys.NameOf(first));
        var y = XmlLookup.Attribute(shape, CvatKeys.NameOf(first + 1));
        if (x.IsNone || y.IsNone)
            return XmlRange.None;
        var start = Math.Min(x.Start, y.Start);
        return new(start, Math.Max(x.End, y.End) - start);
    }

    static XmlRange Vertex(ReadOnlySpan<byte> shape, int vertex)
    {
        var points = XmlLookup.Attribute(shape, "points"u8);
        var at = points.Start;
        while (!points.IsNone && at < points.End)
        {
            var length = shape[at..points.End].IndexOf((byte)';');
            if (length < 0)
                length = points.End - at;
            if (vertex-- == 0)
                return new(at, length);
            at += length + 1;
        }

        return XmlRange.None;
    }

    /// <summary>The content of the child of that name, or the XML attribute that became an attribute.</summary>
    static XmlRange Attribute(ReadOnlySpan<byte> shape, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var child = AttributeElement(shape, utf8, out var content);
        return !child.IsNone ? content : XmlLookup.Attribute(shape, utf8);
    }

    /// <summary>The last <c>attribute</c> child of a name: the one that counts.</summary>
    public static XmlRange AttributeElement(ReadOnlySpan<byte> shape, ReadOnlySpan<byte> name, out XmlRange content)
    {
        var scanner = new XmlScanner(shape);
        var pool = new Building.TextPool();
        var wanted = pool.Get(name);
        var found = content = XmlRange.None;
        scanner.Read();
        while (scanner.ReadChild(1))
        {
            var start = scanner.Start;
            if (!scanner.Name.SequenceEqual("attribute"u8) || !IsNamed(ref scanner, wanted, pool))
                continue;
            content = scanner.ReadContent();
            found = new(start, scanner.End - start);
        }

        return found;
    }

    static bool IsNamed(ref XmlScanner scanner, string name, Building.TextPool pool)
    {
        while (scanner.NextAttribute(out var attribute))
            if (scanner.Bytes(attribute.Name).SequenceEqual("name"u8))
                return XmlText.Decode(scanner.Bytes(attribute.Value), pool) == name;
        return false;
    }

    static XmlRange DeclaredAttribute(ReadOnlySpan<byte> label, string name)
    {
        var attributes = XmlLookup.Child(label, "attributes"u8);
        if (attributes.IsNone)
            return XmlRange.None;
        var inner = label.Slice(attributes.Start, attributes.Length);
        var pool = new Building.TextPool();
        for (var index = 0; XmlLookup.Child(inner, "attribute"u8, index) is { IsNone: false } attribute; index++)
        {
            var element = inner.Slice(attribute.Start, attribute.Length);
            var content = XmlLookup.Content(element, "name"u8);
            if (!content.IsNone && XmlText.Decode(element.Slice(content.Start, content.Length), pool) == name)
                return new(attributes.Start + attribute.Start, attribute.Length);
        }

        return XmlRange.None;
    }
}
