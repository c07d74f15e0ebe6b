using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace LabelSpec.Annotations.Sources;

/// <summary>Reads whole files into memory, big ones by several reads at once, and unpacks <c>.gz</c>.</summary>
static class SourceLoader
{
    const int ReadSize = 8 << 20;

    /// <summary>Refuses to unpack more than this, so that a small hostile archive cannot take all memory.</summary>
    const long LargestUnpacked = SourceBytes.LargestArray;

    /// <summary>What a packed file of some bytes may unpack to.</summary>
    static long MostOf(long packed) => Math.Clamp(packed * ZipSource.LargestRatio, ZipSource.Harmless, LargestUnpacked);

    /// <param name="path">The file.</param>
    /// <param name="smallestStreamed">A file of this size or more stays on disk, and is read when its bytes are asked for.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <param name="stamp">Size and time of the file before its first byte was read.</param>
    /// <param name="largestArray">A file above this size is held otherwise than in one array.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is a damaged archive, or unpacks to too much.</exception>
    public static SourceBytes Load(
        string path,
        long smallestStreamed,
        CancellationToken cancellation,
        out FileStamp stamp,
        long largestArray = SourceBytes.LargestArray
    )
    {
        // A handle alone: of a hundred thousand small files, streams around them would cost as much as reading them.
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isKept = false;
        try
        {
            stamp = FileStamp.Of(file);
            var length = stamp.Length;
            if (length >= smallestStreamed && !IsCompressed(path))
            {
                isKept = true;
                return new StreamedSourceBytes(file, length, largestArray);
            }

            if (length > largestArray && !IsCompressed(path))
                return CopiedSourceBytes.Of(file, length, cancellation);
            if (length > 0 && !IsCompressed(path))
                return ReadAll(file, (int)length, cancellation);
            Stream stream = new FileStream(file, FileAccess.Read, bufferSize: 0);
            return length > 0
                ? Drain(new GZipStream(stream, CompressionMode.Decompress), MostOf(length), cancellation)
                : Drain(stream, LargestUnpacked, cancellation);
        }
        finally
        {
            if (!isKept)
                file.Dispose();
        }
    }

    /// <summary>The beginning of a file, unpacked, and the length of the file as far as it is known.</summary>
    public static Stream OpenPlain(string path, out long length)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        length = file.CanSeek ? file.Length : long.MaxValue;
        if (!IsCompressed(path))
            return file;
        length = long.MaxValue;
        return new GZipStream(file, CompressionMode.Decompress);
    }

    /// <summary>Bytes of which nobody knows whether they are packed, unpacked where they are.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or unpack to too much.</exception>
    public static byte[] Unpack(byte[] bytes) => Unpack(bytes, bytes.Length);

    /// <inheritdoc cref="Unpack(byte[])"/>
    /// <param name="bytes">What may be packed.</param>
    /// <param name="packed">The bytes that it took on the way here, which limit what it may unpack to.</param>
    public static byte[] Unpack(byte[] bytes, long packed)
    {
        if (bytes is not [0x1F, 0x8B, ..])
            return bytes;
        var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return Drain(stream, MostOf(packed), CancellationToken.None).From(0).ToArray();
    }

    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceBytes ReadAll(SafeFileHandle file, int length, CancellationToken cancellation)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        HugePages.Advise(bytes);
        if (length <= ReadSize)
            return SourceBytes.Of(bytes, ReadPart(file, bytes, 0));

        var parts = (length + ReadSize - 1) / ReadSize;
        var read = new int[parts];
        Parallel.For(
            0,
            parts,
            new ParallelOptions { CancellationToken = cancellation },
            part =>
            {
                var start = part * ReadSize;
                read[part] = ReadPart(file, bytes.AsSpan(start, Math.Min(ReadSize, length - start)), start);
            }
        );
        // A file that shrank meanwhile ends where the first short read ended.
        var total = 0;
        for (var part = 0; part < parts; part++)
        {
            total += read[part];
            if (read[part] < ReadSize)
                break;
        }
        return SourceBytes.Of(bytes, total);
    }

    /// <summary>Fills a span with the bytes from an offset on and tells how many there were.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static int ReadPart(SafeFileHandle file, Span<byte> bytes, long start)
    {
        var done = 0;
        while (done < bytes.Length)
        {
            var count = RandomAccess.Read(file, bytes[done..], start + done);
            if (count == 0)
                break;
            done += count;
        }
        return done;
    }

    static SourceBytes Drain(Stream stream, long most, CancellationToken cancellation)
    {
        using (stream)
        {
            var bytes = new byte[64 << 10];
            var length = 0;
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = stream.Read(bytes, length, bytes.Length - length);
                if (count == 0)
                    return SourceBytes.Of(bytes, length);
                length += count;
                if (length >= most)
                    throw new InvalidDataException(
                        most < LargestUnpacked
                            ? $"it unpacks to more than {most} bytes, far more than texts do; unpack it and give the plain file if that is meant"
                            : $"it is larger than {LargestUnpacked >> 20} MB when unpacked; unpack it and give the plain file"
                    );
                if (length == bytes.Length)
                    Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, most));
            }
        }
    }
}
