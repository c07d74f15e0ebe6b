namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A long text in pieces, of which an edit replaces those that it touches; all others belong to the versions before and after it. Who asks
/// for a stretch within a piece gets that, who asks for one across pieces a copy. Only who asks for much of the text makes it a whole,
/// once for each version.
/// </summary>
sealed class PiecedSourceBytes : SourceBytes
{
    /// <summary>Longer stretches than so many pieces are not copied one by one.</summary>
    const int MostCopied = 4;

    readonly ReadOnlyMemory<byte>[] pieces;

    /// <summary>Where each piece begins, and where the last one ends.</summary>
    readonly long[] starts;

    readonly int pieceSize;
    readonly Lazy<byte[]> whole;

    PiecedSourceBytes(ReadOnlyMemory<byte>[] pieces, int pieceSize)
    {
        (this.pieces, this.pieceSize) = (pieces, pieceSize);
        starts = new long[pieces.Length + 1];
        for (var i = 0; i < pieces.Length; i++)
            starts[i + 1] = starts[i] + pieces[i].Length;
        whole = new(Join);
    }

    public override long Length => starts[^1];

    /// <param name="bytes">A text; nobody changes it any more.</param>
    /// <param name="pieceSize">How long pieces are to be.</param>
    public static PiecedSourceBytes Of(ReadOnlyMemory<byte> bytes, int pieceSize)
    {
        var pieces = new List<ReadOnlyMemory<byte>>(bytes.Length / pieceSize + 1);
        Cut(bytes, pieces, pieceSize);
        return new([.. pieces], pieceSize);
    }

    /// <summary>The text with the bytes from <paramref name="start"/> up to <paramref name="end"/> replaced.</summary>
    public PiecedSourceBytes Replace(long start, long end, ReadOnlySpan<byte> text)
    {
        var first = PieceAt(start);
        var last = Math.Max(first, PieceAt(end));
        // So that pieces do not get smaller and smaller where much is deleted.
        if (last + 1 < pieces.Length && start - starts[first] + text.Length + starts[last + 1] - end < pieceSize / 4)
            last++;
        var before = (int)(start - starts[first]);
        var after = pieces.Length == 0 ? 0 : (int)(starts[last + 1] - end);
        var between = GC.AllocateUninitializedArray<byte>(before + text.Length + after);
        CopyTo(starts[first], between.AsSpan(0, before));
        text.CopyTo(between.AsSpan(before));
        CopyTo(end, between.AsSpan(before + text.Length));

        var next = new List<ReadOnlyMemory<byte>>(pieces.Length + 1);
        next.AddRange(pieces.AsSpan(0, first));
        Cut(between, next, pieceSize);
        if (last + 1 < pieces.Length)
            next.AddRange(pieces.AsSpan(last + 1));
        return new([.. next], pieceSize);
    }

    public override ReadOnlySpan<byte> Ahead(long start, int length)
    {
        if (start < 0 || start >= Length || length <= 0)
            return [];
        var piece = PieceAt(start);
        return starts[piece + 1] - start >= length
            ? pieces[piece].Span[(int)(start - starts[piece])..]
            : Slice(start, length);
    }

    public override int CopyTo(long start, Span<byte> target)
    {
        var copied = 0;
        if (start >= 0 && start < Length)
            for (var piece = PieceAt(start); piece < pieces.Length && copied < target.Length; piece++)
            {
                var part = pieces[piece].Span[(int)(start + copied - starts[piece])..];
                part = part[..Math.Min(part.Length, target.Length - copied)];
                part.CopyTo(target[copied..]);
                copied += part.Length;
            }

        return copied;
    }

    protected override ReadOnlySpan<byte> SliceInside(long start, int length)
    {
        var piece = PieceAt(start);
        if (start + length <= starts[piece + 1])
            return pieces[piece].Span.Slice((int)(start - starts[piece]), length);
        if (whole.IsValueCreated || length > MostCopied * pieceSize)
            return whole.Value.AsSpan((int)start, length);
        var copy = GC.AllocateUninitializedArray<byte>(length);
        CopyTo(start, copy);
        return copy;
    }

    /// <summary>The piece that a byte lies in; the last one for the end of the text.</summary>
    int PieceAt(long offset)
    {
        var found = Array.BinarySearch(starts, 0, pieces.Length, offset);
        return found < 0 ? Math.Max(0, ~found - 1) : found;
    }

    byte[] Join()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)Length));
        CopyTo(0, bytes);
        return bytes;
    }

    // Twice as long as they are to be, so that who types at one place does not cut with each letter.
    static void Cut(ReadOnlyMemory<byte> bytes, List<ReadOnlyMemory<byte>> pieces, int pieceSize)
    {
        while (bytes.Length > 2 * pieceSize)
        {
            pieces.Add(bytes[..pieceSize]);
            bytes = bytes[pieceSize..];
        }

        if (bytes.Length > 0)
            pieces.Add(bytes);
    }
}
