using System.Buffers.Binary;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Pictures;

/// <summary>What the first and last bytes of a picture file say, without decoding it.</summary>
public sealed record PictureBytes
{
    const int Start = 16;

    /// <summary>Files may carry some bytes after the end of the picture, such as padding or a maker's note.</summary>
    const int Tail = 64 * 1024;

    /// <summary><c>JPEG</c>, <c>PNG</c>, <c>GIF</c>, <c>WebP</c>, <c>BMP</c> or <c>TIFF</c>; null for others.</summary>
    public string? Type { get; private init; }

    public long Length { get; private init; }

    /// <summary>Whether files of this type have an end that can be looked for.</summary>
    public bool HasKnownEnd => Type is "JPEG" or "PNG";

    /// <summary>Whether the end is there: the marker EOI of JPEG (ITU T.81, B.1.1.3), the chunk IEND of PNG.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Null when the file cannot be read.</summary>
    public static PictureBytes? Read(string path)
    {
        try
        {
            // Opening a pipe waits for somebody who writes.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
                return null;
            // To its end a file in an archive has to be unpacked.
            using var file = PackedFile.OpenRead(path);
            if (!file.CanSeek)
                return null;
            Span<byte> start = stackalloc byte[Start];
            var type = TypeOf(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
            return new()
            {
                Type = type,
                Length = file.Length,
                IsComplete = type switch
                {
                    "JPEG" => EndsWith(file, [0xFF, 0xD9]),
                    "PNG" => EndsWith(file, "IEND"u8),
                    _ => true,
                },
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The type that the first bytes say; null for others, and for a file that cannot be read.</summary>
    public static string? ReadType(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: 0 }
                ? null
                : TypeOf(PackedFile.ReadFirst(path, Start, out _));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The type that the ending of a name stands for; null for endings that stand for none.</summary>
    public static string? TypeOfEnding(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" or ".jpe" => "JPEG",
            ".png" => "PNG",
            ".gif" => "GIF",
            ".webp" => "WebP",
            ".bmp" => "BMP",
            ".tif" or ".tiff" => "TIFF",
            _ => null,
        };

    static string? TypeOf(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "JPEG"
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "PNG"
        : start.StartsWith("GIF8"u8) ? "GIF"
        : start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WEBP"u8) ? "WebP"
        : start.StartsWith("BM"u8) && start.Length >= 6 && BinaryPrimitives.ReadInt32LittleEndian(start[2..]) > 0
            ? "BMP"
        : start.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0])
        || start.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42])
            ? "TIFF"
        : null;

    static bool EndsWith(Stream file, ReadOnlySpan<byte> end)
    {
        // Nearly all files end right there.
        foreach (var length in (ReadOnlySpan<int>)[16, Tail])
        {
            var bytes = new byte[Math.Min(length, file.Length)];
            file.Position = file.Length - bytes.Length;
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (bytes.AsSpan(0, read).LastIndexOf(end) >= 0)
                return true;
        }

        return false;
    }
}
