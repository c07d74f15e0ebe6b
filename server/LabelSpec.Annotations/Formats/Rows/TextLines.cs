using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>Walks over the lines of a text of any length, leaving out blank ones, and the blanks around each.</summary>
ref struct TextLines
{
    readonly SourceBytes bytes;
    ReadOnlySpan<byte> stretch;
    long origin;
    int next;

    /// <param name="bytes">The text.</param>
    /// <param name="start">Where a line begins, from which on the lines are walked over.</param>
    public TextLines(SourceBytes bytes, long start = 0)
    {
        this.bytes = bytes;
        origin = start == 0 && bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark) ? 3 : start;
        stretch = bytes.From(origin);
    }

    /// <summary>Offset of the line in the file.</summary>
    public long Start { get; private set; }

    public ReadOnlySpan<byte> Line { get; private set; }

    public bool Next()
    {
        while (next < stretch.Length)
        {
            var rest = stretch[next..];
            var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0 && next > 0 && origin + stretch.Length < bytes.Length)
            {
                // The line goes on behind what one span can hold.
                origin += next;
                stretch = bytes.From(origin);
                next = 0;
                continue;
            }
            var line = length < 0 ? rest : rest[..length];
            var trimmed = line.TrimStart(" \t"u8);
            Start = origin + next + line.Length - trimmed.Length;
            Line = trimmed.TrimEnd(" \t"u8);
            next += length < 0 ? rest.Length : length + 1;
            if (!Line.IsEmpty)
                return true;
        }
        return false;
    }
}
