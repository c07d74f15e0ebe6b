namespace LabelSpec.Annotations.Sources;

/// <summary>
/// The bytes of one file, addressed by 64-bit offsets. Files up to <see cref="LargestArray"/> live in one array, so that
/// their spans are safe for as long as anybody holds them; larger ones are mapped into memory.
/// </summary>
public abstract class SourceBytes
{
    /// <summary>Above this size a file is mapped instead of read.</summary>
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

    /// <summary>As many bytes from <paramref name="start"/> to the end as one span can hold.</summary>
    public ReadOnlySpan<byte> From(long start) => Slice(start, (int)Math.Min(LargestArray, Length - start));

    protected abstract ReadOnlySpan<byte> SliceInside(long start, int length);
}
