namespace LabelSpec.Annotations.Sources;

/// <summary>
/// The bytes of one file, addressed by 64-bit offsets. Files up to <see cref="LargestArray"/> live in one array or are read piece
/// by piece, so that spans are safe for as long as anybody holds them; larger ones are copied into pages that the system may write out.
/// </summary>
public abstract class SourceBytes
{
    /// <summary>Above this size a file is held otherwise than in one array.</summary>
    public const long LargestArray = 1L << 30;

    public static SourceBytes Empty { get; } = Of([]);

    public abstract long Length { get; }

    public static SourceBytes Of(byte[] bytes) => new ArraySourceBytes(bytes, bytes.Length);

    public static SourceBytes Of(byte[] bytes, int length) => new ArraySourceBytes(bytes, length);

    /// <summary>The bytes from <paramref name="start"/>, fewer than asked for where the file ends before.</summary>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        if (start < 0 || start >= Length || length <= 0)
            return [];
        return SliceInside(start, (int)Math.Min(length, Length - start));
    }

    /// <summary>True while the bytes lie on disk, so that pieces are to be asked for rather than everything.</summary>
    public virtual bool IsStreamed => false;

    /// <summary>
    /// The bytes from <paramref name="start"/>: at least so many as are asked for (fewer only where the file ends before), and more
    /// where that costs nothing.
    /// </summary>
    public virtual ReadOnlySpan<byte> Ahead(long start, int length) => From(start);

    /// <summary>Copies the bytes from <paramref name="start"/> on and tells how many there were.</summary>
    /// <exception cref="IOException">The file lies on disk and cannot be read any more.</exception>
    public virtual int CopyTo(long start, Span<byte> target)
    {
        var bytes = Slice(start, target.Length);
        bytes.CopyTo(target);
        return bytes.Length;
    }

    /// <summary>As many bytes from <paramref name="start"/> to the end as one span can hold.</summary>
    public ReadOnlySpan<byte> From(long start) => Slice(start, (int)Math.Min(LargestArray, Length - start));

    protected abstract ReadOnlySpan<byte> SliceInside(long start, int length);
}
