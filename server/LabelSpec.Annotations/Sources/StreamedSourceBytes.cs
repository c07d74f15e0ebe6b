using Microsoft.Win32.SafeHandles;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A big file that stays on disk: what is asked for is read when it is asked for, into memory of its own, so that spans are safe
/// for as long as anybody holds them. Only <see cref="SourceBytes.From"/>, which wants everything, takes the whole file into
/// memory, once, unless it is too large for that. Who asks for one element after the other gets them out of larger reads. A file that
/// shrinks meanwhile ends where reading found its end.
/// </summary>
sealed class StreamedSourceBytes : SourceBytes
{
    // Elements follow each other within so many bytes, and so much is read for several of them.
    const int Near = 4 << 10;
    const int WindowSize = 32 << 10;
    const int Growth = 4;

    [ThreadStatic]
    static Window recent;

    static long made;

    // Names the file for what threads remember, so that they do not keep it open.
    readonly long number = Interlocked.Increment(ref made);
    readonly Lock gate = new();
    readonly long largestWhole;
    readonly SafeFileHandle file;
    long length;
    volatile SourceBytes? whole;

    /// <param name="file">Open for reading; closed when nobody holds this any more.</param>
    /// <param name="length">Its size.</param>
    /// <param name="largestWhole">A file above this size is never taken into memory as a whole.</param>
    public StreamedSourceBytes(SafeFileHandle file, long length, long largestWhole = LargestArray) =>
        (this.file, this.length, this.largestWhole) = (file, length, largestWhole);

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
            if (whole is null && (length < Length / 2 || Length > largestWhole))
                return Part(start, length);

            return Whole().Slice(start, length);
        }
        catch (IOException)
        {
            // As for a file that has gone meanwhile: there is nothing to show any more.
            return [];
        }
    }

    ReadOnlySpan<byte> Part(long start, int length)
    {
        var last = recent;
        var isKnown = last.File == number;
        if (isKnown && start >= last.Start && start + length <= last.Start + last.Length)
        {
            recent.Asked = start + length;
            return last.Bytes.AsSpan((int)(start - last.Start), length);
        }

        var isNext = isKnown && start >= last.Asked && start - last.Asked <= Near;
        // Who only looks at what stands behind an element is not going to ask for the next one: what is read ahead grows with the asking.
        var ahead = isNext ? Math.Min(Math.Min(WindowSize, Growth * (long)last.Length), Length - start) : 0;
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Max(length, ahead));
        var read = CopyTo(start, bytes);
        recent = new Window(number, start, bytes, read) { Asked = start + length };
        return bytes.AsSpan(0, Math.Min(length, read));
    }

    SourceBytes Whole()
    {
        lock (gate)
            return whole ??= SourceLoader.ReadAll(file, (int)Length, CancellationToken.None);
    }

    /// <summary>What a thread read last.</summary>
    /// <param name="File">Of which file; 0 for none.</param>
    /// <param name="Start">From where on.</param>
    /// <param name="Bytes">What was read; nobody changes it any more.</param>
    /// <param name="Length">How many bytes that were.</param>
    record struct Window(long File, long Start, byte[] Bytes, int Length)
    {
        /// <summary>The end of what was asked for last.</summary>
        public long Asked { get; set; }
    }
}
