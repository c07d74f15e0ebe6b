namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Some bytes of a file that lies on disk: a stretch of an array, and what is needed behind it.</summary>
sealed class CocoPiece : IDisposable
{
    /// <summary>Beyond so much, an element is better read from the whole text.</summary>
    const int MostBeyond = 16 << 20;

    readonly CocoPieces pieces;
    readonly long start;
    readonly long limit;
    byte[] buffer;
    int length;
    int beyond;

    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public CocoPiece(CocoPieces pieces, long start, long limit, int beyond)
    {
        (this.pieces, this.start, this.limit, this.beyond) = (pieces, start, limit, beyond);
        buffer = Read();
    }

    /// <summary>All of it from an offset in the file on.</summary>
    public ReadOnlySpan<byte> From(long offset) => buffer.AsSpan(0, length)[(int)Math.Min(offset - start, length)..];

    /// <summary>All of it up to an offset in the file.</summary>
    public ReadOnlySpan<byte> UpTo(long offset) => buffer.AsSpan(0, (int)Math.Min(offset - start, length));

    /// <summary>Whether what was read of it stands, because nothing was wrong or because nothing follows.</summary>
    public bool Suffices(bool isWhole)
    {
        if (isWhole)
            pieces.Learn(beyond);
        return isWhole || pieces.IsEnd(start + length);
    }

    /// <summary>Takes in more of what lies behind; false when that would be too much.</summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public bool TryExtend()
    {
        if (beyond >= MostBeyond)
            return false;
        beyond = 4 * beyond;
        pieces.Return(buffer);
        buffer = Read();
        return true;
    }

    public void Dispose() => pieces.Return(buffer);

    byte[] Read() => pieces.Read(start, limit > long.MaxValue - beyond ? limit : limit + beyond, out length);
}
