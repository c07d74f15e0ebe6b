using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Finds a value by scanning its element again.</summary>
static class VocLocator
{
    public static SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone)
            return whole;
        var text = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length);
        var found = element.Kind == ElementKind.Image ? InImage(text, field) : InObject(text, field);
        return found.IsNone ? whole : new(whole.File, whole.Start + found.Start, found.Length);
    }

    static XmlRange InObject(ReadOnlySpan<byte> text, Field field) =>
        field.Kind switch
        {
            FieldKind.Category or FieldKind.Name => XmlLookup.Content(text, "name"u8),
            FieldKind.Box => Box(text),
            FieldKind.BoxPart => BoxPart(text, field.Index),
            FieldKind.Angle => Inside(text, XmlLookup.Child(text, "robndbox"u8), "angle"u8),
            FieldKind.Segmentation or FieldKind.Part => XmlLookup.Child(text, "polygon"u8),
            FieldKind.Vertex => Vertex(text, field.Vertex),
            FieldKind.Attribute => Attribute(text, field.Name),
            _ => XmlRange.None,
        };

    static XmlRange InImage(ReadOnlySpan<byte> text, Field field) =>
        field.Kind switch
        {
            FieldKind.FileName or FieldKind.Name => XmlLookup.Content(text, "filename"u8),
            FieldKind.Width => Inside(text, XmlLookup.Child(text, "size"u8), "width"u8),
            FieldKind.Height => Inside(text, XmlLookup.Child(text, "size"u8), "height"u8),
            FieldKind.Attribute => XmlLookup.Content(text, Encoding.UTF8.GetBytes(field.Name)),
            _ => XmlRange.None,
        };

    static XmlRange Box(ReadOnlySpan<byte> text)
    {
        var box = XmlLookup.Child(text, "bndbox"u8);
        return box.IsNone ? XmlLookup.Child(text, "robndbox"u8) : box;
    }

    /// <summary>One number of the box: xmin, ymin, xmax, ymax, or cx, cy, w, h.</summary>
    public static XmlRange BoxPart(ReadOnlySpan<byte> text, int index)
    {
        if (index is < 0 or > 3)
            return XmlRange.None;
        var rotated = XmlLookup.Child(text, "robndbox"u8);
        return rotated.IsNone
            ? Inside(text, XmlLookup.Child(text, "bndbox"u8), VocNumbers.Edges[index])
            : Inside(text, rotated, VocNumbers.Rotated[index]);
    }

    static XmlRange Vertex(ReadOnlySpan<byte> text, int vertex)
    {
        var polygon = XmlLookup.Child(text, "polygon"u8);
        if (polygon.IsNone)
            return XmlRange.None;
        var ring = text.Slice(polygon.Start, polygon.Length);
        // As LabelMe's old XML writes them, each with its tags and behind the name of who drew it.
        if (!XmlLookup.Child(ring, "pt"u8).IsNone)
            return XmlLookup.Child(ring, "pt"u8, vertex) is { IsNone: false } point
                ? new(polygon.Start + point.Start, point.Length)
                : XmlRange.None;
        var scanner = new XmlScanner(ring);
        var start = -1;
        scanner.Read();
        for (var child = 0; scanner.ReadChild(1); )
        {
            if (scanner.Name.SequenceEqual("username"u8))
                continue;
            var content = scanner.ReadContent();
            if (child == 2 * vertex)
                start = content.Start;
            else if (child == 2 * vertex + 1)
                return new(polygon.Start + start, content.End - start);
            child++;
        }

        return XmlRange.None;
    }

    /// <summary>A child of that name, an action, or the value of an entry of <c>attributes</c>.</summary>
    public static XmlRange Attribute(ReadOnlySpan<byte> text, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var own = XmlLookup.Content(text, utf8);
        if (!own.IsNone)
            return own;
        var action = Inside(text, XmlLookup.Child(text, "actions"u8), utf8);
        if (!action.IsNone)
            return action;
        var entry = NamedAttribute(text, name);
        return Inside(text, entry, "value"u8);
    }

    /// <summary>The entry of <c>attributes</c> with a name, with its tags.</summary>
    public static XmlRange NamedAttribute(ReadOnlySpan<byte> text, string name)
    {
        var attributes = XmlLookup.Child(text, "attributes"u8);
        if (attributes.IsNone)
            return XmlRange.None;
        var list = text.Slice(attributes.Start, attributes.Length);
        var pool = new TextPool();
        for (var i = 0; XmlLookup.Child(list, "attribute"u8, i) is { IsNone: false } entry; i++)
        {
            var content = XmlLookup.Content(list.Slice(entry.Start, entry.Length), "name"u8);
            if (
                !content.IsNone
                && XmlText.Decode(list.Slice(entry.Start + content.Start, content.Length), pool) == name
            )
                return new(attributes.Start + entry.Start, entry.Length);
        }

        return XmlRange.None;
    }

    static XmlRange Inside(ReadOnlySpan<byte> text, XmlRange outer, ReadOnlySpan<byte> name)
    {
        if (outer.IsNone)
            return XmlRange.None;
        var inner = XmlLookup.Content(text.Slice(outer.Start, outer.Length), name);
        return inner.IsNone ? inner : new(outer.Start + inner.Start, inner.Length);
    }
}
