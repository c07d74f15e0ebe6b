using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Where the values of a shape's attributes stand.</summary>
[InlineArray((int)CvatKey.Count)]
struct CvatAttributes
{
    XmlRange first;

    /// <summary>Collects the attributes of the start tag that was read last; the first of two equal ones counts.</summary>
    public static CvatAttributes Of(ref XmlScanner scanner)
    {
        var attributes = new CvatAttributes();
        ((Span<XmlRange>)attributes).Fill(XmlRange.None);
        while (scanner.NextAttribute(out var attribute))
        {
            var key = CvatKeys.Of(scanner.Bytes(attribute.Name));
            if (key != CvatKey.Count && attributes[(int)key].IsNone)
                attributes[(int)key] = attribute.Value;
        }

        return attributes;
    }
}
