using System.Text;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Adds to the labels that a file's <c>meta</c> declares; each method says why it cannot.</summary>
static class CvatLabelEditor
{
    /// <summary>A label like the one that is edited, behind it: the attributes of its shapes stay allowed.</summary>
    public static string? Declare(string name, XmlTarget label)
    {
        var old = XmlLookup.Content(label.Text, "name"u8);
        if (old.IsNone)
            return "the label has no name";
        // The points of a skeleton name it as their parent, and would be missing from the new one.
        if (XmlText.Trim(Of(label, XmlLookup.Content(label.Text, "type"u8))).SequenceEqual("skeleton"u8))
            return "the points of a skeleton are labels of their own";
        label.InsertBehind(
            Encoding.UTF8.GetString(label.Text[..old.Start])
                + XmlText.Escape(name)
                + Encoding.UTF8.GetString(label.Text[old.End..])
        );
        return null;
    }

    /// <summary>A value behind the last one of an attribute's list, on a line of its own.</summary>
    public static string? Declare(string attribute, string value, XmlTarget label)
    {
        var attributes = XmlLookup.Child(label.Text, "attributes"u8);
        for (var index = 0; !attributes.IsNone; index++)
        {
            var list = Of(label, attributes);
            var found = XmlLookup.Child(list, "attribute"u8, index);
            if (found.IsNone)
                break;
            var one = list.Slice(found.Start, found.Length);
            if (
                !XmlText
                    .Trim(Of(one, XmlLookup.Content(one, "name"u8)))
                    .SequenceEqual(Encoding.UTF8.GetBytes(XmlText.Escape(attribute)))
            )
                continue;
            var values = XmlLookup.Content(one, "values"u8);
            if (values.IsNone || value.Contains('\n', StringComparison.Ordinal))
                break;
            label.Replace(
                new(attributes.Start + found.Start + values.End, 0),
                (values.Length > 0 ? "\n" : "") + XmlText.Escape(value)
            );
            return null;
        }

        return $"the label does not list the values of '{attribute}'";
    }

    static ReadOnlySpan<byte> Of(XmlTarget label, XmlRange range) => Of(label.Text, range);

    static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text, XmlRange range) =>
        range.IsNone ? [] : text.Slice(range.Start, range.Length);
}
