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
            SkipTooDeep(end);
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

    // Elements that nest too deep are passed over by counting their tags, and what follows is read. Said once: it may be in every object.
    void SkipTooDeep(int tagEnd)
    {
        if (!saidTooDeep)
            Report(
                XmlErrorKind.TooDeep,
                position,
                tagEnd - position,
                $"Elements nest more than {MaxDepth} deep here; this element and others so deep are passed over."
            );
        saidTooDeep = true;
        var at = tagEnd;
        for (var depth = text[tagEnd - 2] == '/' ? 0 : 1; depth > 0; )
        {
            var next = text[at..].IndexOf((byte)'<');
            if (next < 0)
            {
                at = text.Length;
                break;
            }

            at += next;
            var rest = text[at..];
            var closing =
                rest.StartsWith("<!--"u8) ? "-->"u8
                : rest.StartsWith("<![CDATA["u8) ? "]]>"u8
                : rest.StartsWith("<?"u8) ? "?>"u8
                : ">"u8;
            var length = closing.Length > 1 ? rest.IndexOf(closing) : TagLength(rest) - 1;
            if (length < 0)
            {
                at = text.Length;
                break;
            }

            if (closing.Length == 1)
                depth +=
                    rest[1] == '/' ? -1
                    : rest[length - 1] == '/' ? 0
                    : 1;
            at += length + closing.Length;
        }

        position = at;
    }

    /// <summary>With its brackets, which may stand in quoted values as well; 0 for a tag that is not closed.</summary>
    static int TagLength(ReadOnlySpan<byte> tag)
    {
        for (var at = 1; at < tag.Length; )
        {
            var next = tag[at..].IndexOfAny("\"'>"u8);
            if (next < 0)
                return 0;
            at += next + 1;
            if (tag[at - 1] == '>')
                return at;
            var quoted = tag[at..].IndexOf(tag[at - 1]);
            if (quoted < 0)
                return 0;
            at += quoted + 1;
        }

        return 0;
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
