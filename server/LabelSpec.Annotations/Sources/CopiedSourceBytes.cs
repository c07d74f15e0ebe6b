using LabelSpec.Annotations.Model;
using Microsoft.Win32.SafeHandles;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A file above <see cref="SourceBytes.LargestArray"/> that is not read piece by piece: a copy of it in pages that the system writes out
/// where memory is short. The file itself is not mapped: were it truncated by somebody, looking at its pages would end the process.
/// The copy lives as long as the process: spans point into it.
/// </summary>
sealed unsafe class CopiedSourceBytes : SourceBytes
{
    const int ReadSize = 8 << 20;

    readonly byte* start;

    CopiedSourceBytes(byte* start, long length)
    {
        this.start = start;
        Length = length;
    }

    public override long Length { get; }

    /// <summary>Copies a file; one that shrinks meanwhile ends where reading found its end.</summary>
    /// <exception cref="IOException">The file cannot be read, or there is no room for the copy.</exception>
    public static CopiedSourceBytes Of(SafeFileHandle file, long length, CancellationToken cancellation)
    {
        var pages =
            TemporaryPages.TryTake(length)
            ?? throw new IOException(
                $"it has {length >> 20} MB, and the folder for temporary files has no room for a copy of it"
            );
        for (long at = 0; at < length; )
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = (int)Math.Min(ReadSize, length - at);
            var read = SourceLoader.ReadPart(file, new Span<byte>(pages.Start + at, wanted), at);
            at += read;
            if (read < wanted)
                length = at;
        }

        return new CopiedSourceBytes(pages.Start, length);
    }

    protected override ReadOnlySpan<byte> SliceInside(long start, int length) => new(this.start + start, length);
}
