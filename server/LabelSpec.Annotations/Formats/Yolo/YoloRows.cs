namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Walks over the rows of a label file, leaving out blank lines and line ends.</summary>
ref struct YoloRows(ReadOnlySpan<byte> text)
{
    readonly ReadOnlySpan<byte> text = text;
    int next = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;

    public int Start { get; private set; }

    public ReadOnlySpan<byte> Row { get; private set; }

    public bool Next()
    {
        while (next < text.Length)
        {
            var length = text[next..].IndexOf((byte)'\n');
            var line = length < 0 ? text[next..] : text.Slice(next, length);
            Start = next;
            next += length < 0 ? line.Length : length + 1;
            var trimmed = line.TrimStart(" \t"u8);
            Start += line.Length - trimmed.Length;
            Row = trimmed.TrimEnd(" \t\r"u8);
            if (!Row.IsEmpty)
                return true;
        }

        return false;
    }
}
