namespace LabelSpec.Annotations.Xml;

// Start tags and their attributes.
ref partial struct XmlScanner
{
    bool ReadStartTag()
    {
        var nameEnd = NameEnd(position + 1);
        if (nameEnd == text.Length)
            return Cut("The file ends inside this tag.");
        if (nameEnd == position + 1)
        {
            Report(XmlErrorKind.Malformed, position, 1, "A \"<\" that begins no tag; write it as &lt;.");
            position++;
            return false;
        }

        var end = nameEnd + 1;
        if (text[nameEnd] != '>' && !FindTagEnd(nameEnd, out end))
            return false;
        if (Depth == MaxDepth)
        {
            Report(XmlErrorKind.TooDeep, position, end - position, $"Elements nest more than {MaxDepth} deep here.");
            position = text.Length;
            return false;
        }

        IsEmptyElement = text[end - 2] == '/';
        NameRange = new(position + 1, nameEnd - position - 1);
        nextAttribute = nameEnd;
        attributesEnd = IsEmptyElement ? end - 2 : end - 1;
        open[Depth] = NameRange;
        Depth++;
        position = end;
        Token = XmlToken.Start;
        IsTruncated = false;
        return true;
    }

    /// <param name="at">After the name.</param>
    /// <param name="end">After the closing bracket.</param>
    bool FindTagEnd(int at, out int end)
    {
        while (true)
        {
            var next = text[at..].IndexOfAny("\"'<>"u8);
            end = at + next + 1;
            if (next < 0)
                return Cut("This tag is not closed by \">\".");
            var found = text[at + next];
            if (found == '>')
                return true;
            if (found == '<')
                return Broken(at + next, "This tag is not closed by \">\".");
            var quoted = text[end..].IndexOfAny(found, (byte)'<');
            if (quoted < 0)
                return Cut("This tag ends inside a quoted value.");
            if (text[end + quoted] == '<')
                return Broken(
                    end + quoted,
                    "A quoted value in this tag is not closed, or holds a \"<\"; write it as &lt;."
                );
            at = end + quoted + 1;
        }
    }

    bool ReadAttribute(out XmlAttribute attribute)
    {
        attribute = default;
        var nameEnd = NameEnd(nextAttribute);
        var name = new XmlRange(nextAttribute, nameEnd - nextAttribute);
        var equals = SkipSpace(nameEnd);
        var hasValue = equals < attributesEnd && text[equals] == '=';
        var quote = hasValue ? SkipSpace(equals + 1) : nameEnd;
        if (name.Length == 0 || !hasValue || quote >= attributesEnd || text[quote] is not ((byte)'"' or (byte)'\''))
        {
            var end = Math.Max(nextAttribute + 1, Math.Min(quote, attributesEnd));
            while (end < attributesEnd && !IsSpace(text[end]))
                end++;
            Report(
                XmlErrorKind.Malformed,
                nextAttribute,
                end - nextAttribute,
                "An attribute is written name=\"value\"."
            );
            nextAttribute = end;
            return false;
        }

        var length = text[(quote + 1)..attributesEnd].IndexOf(text[quote]);
        attribute = new(name, new(quote + 1, Math.Max(0, length)));
        nextAttribute = length < 0 ? attributesEnd : quote + 1 + length + 1;
        return true;
    }
}
