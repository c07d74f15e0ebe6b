using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Xml;

/// <summary>Where elements are cut out of a file and put into it without disturbing its layout.</summary>
static class XmlEdits
{
    /// <summary>An element with the line or lines that hold nothing else; only the element where they hold more.</summary>
    public static (long Start, long End) WithItsLines(SourceBytes bytes, long start, long end)
    {
        var lineStart = start;
        while (lineStart > 0 && IsBlank(bytes, lineStart - 1))
            lineStart--;
        var lineEnd = end;
        while (lineEnd < bytes.Length && IsBlank(bytes, lineEnd))
            lineEnd++;
        var startsLine = lineStart == 0 || ByteAt(bytes, lineStart - 1) == '\n';
        if (!startsLine)
            return (start, end);
        if (ByteAt(bytes, lineEnd) == '\r')
            lineEnd++;
        return ByteAt(bytes, lineEnd) == '\n' ? (lineStart, lineEnd + 1) : (start, end);
    }

    /// <summary>The white space before an element on its line, when nothing else stands before it; null otherwise.</summary>
    public static string? IndentationOf(SourceBytes bytes, long start)
    {
        var lineStart = start;
        while (lineStart > 0 && IsBlank(bytes, lineStart - 1))
            lineStart--;
        if (lineStart > 0 && ByteAt(bytes, lineStart - 1) != '\n')
            return null;
        return System.Text.Encoding.ASCII.GetString(bytes.Slice(lineStart, (int)(start - lineStart)));
    }

    /// <summary>How the file ends its lines.</summary>
    public static string LineEndOf(SourceBytes bytes)
    {
        var head = bytes.Slice(0, 64 << 10);
        var at = head.IndexOf((byte)'\n');
        return at > 0 && head[at - 1] == '\r' ? "\r\n" : "\n";
    }

    static bool IsBlank(SourceBytes bytes, long offset) => ByteAt(bytes, offset) is ' ' or '\t';

    static int ByteAt(SourceBytes bytes, long offset) => bytes.Slice(offset, 1) is [var b] ? b : -1;
}
