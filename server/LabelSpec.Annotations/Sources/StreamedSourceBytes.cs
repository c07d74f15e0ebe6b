using Microsoft.Win32.SafeHandles;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A big file that stays on disk: what is asked for is read when it is asked for, into memory of its own, so that spans are safe
/// for as long as anybody holds them. Only <see cref="SourceBytes.From"/>, which wants everything, takes the whole file into
/// memory, once. A file that shrinks meanwhile ends where reading found its end.
/// </summary>
sealed class StreamedSourceBytes : SourceBytes
{
    readonly Lock gate = new();
    readonly SafeFileHandle file;
    long length;
    volatile SourceBytes? whole;

    /// <param name="file">Open for reading; closed when nobody holds this any more.</param>
    /// <param name="length">Its size.</param>
    public StreamedSourceBytes(SafeFileHandle file, long length) => (this.file, this.length) = (file, length);

    public override long Length => Interlocked.Read(ref length);

    public override bool IsStreamed => whole is null;

    public override ReadOnlySpan<byte> Ahead(long start, int length) => Slice(start, length);

    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public override int CopyTo(long start, Span<byte> target)
    {
        if (whole is { } bytes)
            return bytes.CopyTo(start, target);
        var wanted = (int)Math.Clamp(Length - start, 0, target.Length);
        var read = SourceLoader.ReadPart(file, target[..wanted], start);
        if (read < wanted)
            Interlocked.Exchange(ref length, Math.Min(Length, start + read));
        return read;
    }

    protected override ReadOnlySpan<byte> SliceInside(long start, int length)
    {
        try
        {
            if (whole is null && length < Length / 2)
            {
                var part = GC.AllocateUninitializedArray<byte>(length);
                return part.AsSpan(0, CopyTo(start, part));
            }

            return Whole().Slice(start, length);
        }
        catch (IOException)
        {
            // As for a file that has gone meanwhile: there is nothing to show any more.
            return [];
        }
    }

    SourceBytes Whole()
    {
        lock (gate)
            return whole ??= SourceLoader.ReadAll(file, (int)Length, CancellationToken.None);
    }
}
