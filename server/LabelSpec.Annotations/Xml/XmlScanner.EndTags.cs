namespace LabelSpec.Annotations.Xml;

// End tags, and what is missing of them.
ref partial struct XmlScanner
{
    bool ReadEndTag()
    {
        if (Depth > 0 && IsEndTag(position, open[Depth - 1]))
        {
            NameRange = open[Depth - 1];
            position += NameRange.Length + 3;
            Token = XmlToken.End;
            return true;
        }

        var nameEnd = NameEnd(position + 2);
        var name = new XmlRange(position + 2, nameEnd - position - 2);
        var close = SkipSpace(nameEnd);
        if (close >= text.Length)
            return Cut("This end tag is not closed by \">\".");
        if (text[close] != '>')
            return Broken(close, "This end tag is not closed by \">\".");

        var depth = Depth;
        while (depth > 0 && !Bytes(open[depth - 1]).SequenceEqual(Bytes(name)))
            depth--;
        if (depth == 0)
        {
            Report(
                XmlErrorKind.WrongEndTag,
                position,
                close + 1 - position,
                $"</{Show(name)}> closes no open element."
            );
            position = close + 1;
            return false;
        }

        if (depth < Depth && reportedEndTag != position)
        {
            var message = $"</{Show(name)}> stands where <{Show(open[Depth - 1])}> must be closed first.";
            Report(XmlErrorKind.WrongEndTag, position, close + 1 - position, message);
            reportedEndTag = position;
        }

        NameRange = open[Depth - 1];
        if (depth == Depth)
            position = close + 1;
        Token = XmlToken.End;
        return true;
    }

    /// <summary>The usual case: the end tag of the innermost element, without white space.</summary>
    readonly bool IsEndTag(int at, XmlRange name)
    {
        var bytes = text;
        var (from, start, length) = (at + 2, name.Start, name.Length);
        if (length >= bytes.Length - from || bytes[from + length] != '>')
            return false;
        for (var i = 0; i < length; i++)
            if (bytes[from + i] != bytes[start + i])
                return false;
        return true;
    }

    // Each element that is still open ends here, one token for each.
    bool CloseNextAtEndOfFile()
    {
        Start = position = text.Length;
        Token = XmlToken.Finished;
        if (Depth == 0)
            return false;
        if (!IsTruncated)
            ReportWhyItEnds(open[Depth - 1]);
        NameRange = open[Depth - 1];
        Token = XmlToken.End;
        IsTruncated = true;
        return true;
    }

    void ReportWhyItEnds(XmlRange innermost)
    {
        if (errors?.Count >= MaxErrors)
            Report(
                XmlErrorKind.Malformed,
                errors[^1].Start,
                1,
                "After so many errors the rest of the file is not read."
            );
        else if (errors is null || errors[^1].Kind is not (XmlErrorKind.Truncated or XmlErrorKind.TooDeep))
            Report(
                XmlErrorKind.Truncated,
                innermost.Start - 1,
                innermost.Length + 1,
                $"The file ends before <{Show(innermost)}> is closed."
            );
    }
}
