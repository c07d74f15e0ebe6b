namespace LabelSpec.Annotations.Xml;

/// <summary>
/// Finds values again in the text of one element, which begins with its start tag. All ranges are relative to that
/// text; <see cref="XmlRange.None"/> stands for what is not there.
/// </summary>
static class XmlLookup
{
    /// <summary>An attribute's value, without its quotes.</summary>
    public static XmlRange Attribute(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name)
    {
        var scanner = new XmlScanner(element);
        if (scanner.Read() && scanner.Token == XmlToken.Start)
            while (scanner.NextAttribute(out var attribute))
                if (scanner.Bytes(attribute.Name).SequenceEqual(name))
                    return attribute.Value;
        return XmlRange.None;
    }

    /// <summary>The text between the tags of a child, trimmed.</summary>
    /// <param name="element">The element's text.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="index">Which of the children of that name, from 0.</param>
    public static XmlRange Content(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, int index = 0)
    {
        var scanner = new XmlScanner(element);
        scanner.Read();
        while (scanner.ReadChild(1))
            if (scanner.Name.SequenceEqual(name) && index-- == 0)
                return scanner.ReadContent();
        return XmlRange.None;
    }

    /// <summary>A child with its tags.</summary>
    public static XmlRange Child(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, int index = 0)
    {
        var scanner = new XmlScanner(element);
        scanner.Read();
        while (scanner.ReadChild(1))
            if (scanner.Name.SequenceEqual(name) && index-- == 0)
                return Whole(ref scanner);
        return XmlRange.None;
    }

    /// <summary>The element whose start tag was read last, up to its end, which the scanner goes to.</summary>
    public static XmlRange Whole(ref XmlScanner scanner)
    {
        var start = scanner.Start;
        scanner.SkipElement();
        return new(start, scanner.End - start);
    }
}
