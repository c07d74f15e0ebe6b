namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Line and column of byte offsets, by checkpoints that are laid as far as somebody asked: the first question about the end
/// of a file costs one vectorised pass over it, each further one a part of a block.
/// </summary>
sealed class LineIndex
{
    const int BlockSize = 64 << 10;

    readonly Lock gate = new();

    /// <summary>Where block i of the text begins: its line, and the UTF-16 units before it on that line.</summary>
    readonly List<(int Line, long Units)> blocks = [(1, 0)];

    public SourcePosition PositionOf(SourceBytes bytes, long offset)
    {
        offset = Math.Clamp(offset, 0, bytes.Length);
        var block = (int)(offset / BlockSize);
        var (line, units) = BlockAt(bytes, block);
        var start = (long)block * BlockSize;
        Advance(bytes, start, (int)(offset - start), ref line, ref units);
        return new SourcePosition(line, units + 1);
    }

    public long OffsetOf(SourceBytes bytes, SourcePosition position)
    {
        var block = BlockBefore(bytes, position);
        var (line, units) = BlockAt(bytes, block);
        var at = (long)block * BlockSize;
        if (at == 0 && StartsWithMark(bytes))
            at = 3;
        while (at < bytes.Length && (line < position.Line || (line == position.Line && units + 1 < position.Column)))
        {
            var size = Utf8.LengthAt(bytes, at);
            var (nextLine, nextUnits) = (line, units);
            Advance(bytes, at, size, ref nextLine, ref nextUnits);
            if (line == position.Line && nextLine > line)
                break;
            (line, units) = (nextLine, nextUnits);
            at += size;
        }
        return at;
    }

    /// <summary>The last block that begins at or before a place.</summary>
    int BlockBefore(SourceBytes bytes, SourcePosition position)
    {
        var block = 0;
        var last = (int)(bytes.Length / BlockSize);
        // Lay checkpoints until one lies behind the place; then the answer is found among them.
        lock (gate)
        {
            while (blocks.Count <= last && IsBefore(blocks[^1], position))
                Lay(bytes);
            var (low, high) = (0, blocks.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (IsBefore(blocks[middle], position))
                    (block, low) = (middle, middle + 1);
                else
                    high = middle - 1;
            }
        }
        return block;
    }

    static bool IsBefore((int Line, long Units) block, SourcePosition position) =>
        block.Line < position.Line || (block.Line == position.Line && block.Units < position.Column);

    (int Line, long Units) BlockAt(SourceBytes bytes, int block)
    {
        lock (gate)
        {
            while (blocks.Count <= block)
                Lay(bytes);
            return blocks[block];
        }
    }

    void Lay(SourceBytes bytes)
    {
        var (line, units) = blocks[^1];
        Advance(bytes, (blocks.Count - 1L) * BlockSize, BlockSize, ref line, ref units);
        blocks.Add((line, units));
    }

    static void Advance(SourceBytes bytes, long start, int length, ref int line, ref long units)
    {
        var text = bytes.Slice(start, length);
        if (start == 0 && StartsWithMark(bytes))
            text = text.Length > 3 ? text[3..] : [];
        var search = text;
        // A \r before a \n does not end the line, and the \n may be the first byte of the next block.
        if (text is [.., (byte)'\r'] && bytes.Slice(start + length, 1) is [(byte)'\n'])
            search = text[..^1];
        var end = search.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (end >= 0)
        {
            line += CountLines(search[..(end + 1)]);
            units = 0;
        }
        units += Utf8.CountUtf16(text[(end + 1)..]);
    }

    static int CountLines(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        var returns = text.IndexOf((byte)'\r');
        while (returns >= 0)
        {
            if (returns + 1 >= text.Length || text[returns + 1] != '\n')
                lines++;
            text = text[(returns + 1)..];
            returns = text.IndexOf((byte)'\r');
        }
        return lines;
    }

    static bool StartsWithMark(SourceBytes bytes) => bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark);
}
