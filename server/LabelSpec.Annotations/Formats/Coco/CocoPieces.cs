using System.Collections.Concurrent;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Hands out pieces of a file that lies on disk. Their memory serves again, so that it stays in the processor's cache.</summary>
/// <param name="bytes">The file.</param>
/// <param name="ahead">
/// What is read beyond a stretch at first, since its last element mostly ends there: more once longer elements were met.
/// </param>
sealed class CocoPieces(SourceBytes bytes, int ahead)
{
    readonly ConcurrentBag<byte[]> free = [];
    volatile int beyond = ahead;

    /// <summary>
    /// The bytes from <paramref name="start"/> to <paramref name="limit"/>, and some more; null where the whole text is in memory
    /// anyway.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public CocoPiece? Take(long start, long limit) =>
        bytes.IsStreamed ? new CocoPiece(this, start, limit, beyond) : null;

    /// <summary>A buffer with some bytes of the file.</summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    internal byte[] Read(long start, long end, out int length)
    {
        var wanted = (int)Math.Max(0, Math.Min(end, bytes.Length) - start);
        if (!free.TryTake(out var buffer) || buffer.Length < wanted)
            buffer = GC.AllocateUninitializedArray<byte>(wanted + wanted / 16);
        length = bytes.CopyTo(start, buffer.AsSpan(0, wanted));
        return buffer;
    }

    internal void Return(byte[] buffer) => free.Add(buffer);

    /// <summary>Whether the file ends there.</summary>
    internal bool IsEnd(long offset) => offset >= bytes.Length;

    /// <summary>So much had to be read beyond a stretch; others of the file will be like it.</summary>
    internal void Learn(int needed) => beyond = Math.Max(beyond, needed);
}
