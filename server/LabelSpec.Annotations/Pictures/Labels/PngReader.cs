using System.Buffers.Binary;
using System.IO.Compression;

namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>
/// Reads PNG files (ISO/IEC 15948) whose pixels are numbers and not colours. Picture libraries turn palettes and samples of
/// 16 bits into colours of 8 bits, and adapt colours to profiles; any of that changes the numbers.
/// </summary>
static class PngReader
{
    /// <summary>More pixels than any annotated picture has; a small file can claim them all the same.</summary>
    public const long MostPixels = 1L << 26;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Width, height, bits of a sample and kind of pixels, from the first 26 bytes; false for any other file.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> file, out PngHeader header)
    {
        header = default;
        if (file.Length < 29 || !file.StartsWith(Signature) || !file.Slice(12, 4).SequenceEqual("IHDR"u8))
            return false;
        header = new(
            BinaryPrimitives.ReadInt32BigEndian(file[16..]),
            BinaryPrimitives.ReadInt32BigEndian(file[20..]),
            file[24],
            (PngColor)file[25],
            file[28] == 1
        );
        return header.IsPossible;
    }

    /// <summary>Null, and what is wrong, for a file that cannot be decoded.</summary>
    public static PngSamples? Read(ReadOnlySpan<byte> file, out string problem)
    {
        problem = "it is no PNG picture, or its header is damaged";
        if (!TryReadHeader(file, out var header))
            return null;
        if ((long)header.Width * header.Height > MostPixels)
        {
            problem = $"it claims {header.Width} x {header.Height} pixels";
            return null;
        }

        if (header is { BitDepth: 16, Color: PngColor.Rgb or PngColor.Rgba })
        {
            problem = "its colours have 16 bits, and those of ids have 8";
            return null;
        }

        var chunks = Chunks(file);
        problem = "it ends too early, or its pixels are damaged";
        if (Inflate(chunks.Data, header.StoredBytes) is not { } stored)
            return null;
        var raster = new PngRaster(header, chunks.Transparency);
        return raster.Fill(stored)
            ? new(header.Width, header.Height, header.Color, raster.Values, chunks.Palette, raster.IsTranslucent)
            : null;
    }

    static (MemoryStream Data, uint[] Palette, byte[] Transparency) Chunks(ReadOnlySpan<byte> file)
    {
        var data = new MemoryStream();
        uint[] palette = [];
        byte[] transparency = [];
        for (var at = Signature.Length; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            var content = file[(at + 8)..];
            content = content[..(int)Math.Min(length, content.Length)];
            if (type.SequenceEqual("IDAT"u8))
                data.Write(content);
            else if (type.SequenceEqual("PLTE"u8))
                palette = Colors(content);
            else if (type.SequenceEqual("tRNS"u8))
                transparency = content.ToArray();
            else if (type.SequenceEqual("IEND"u8))
                break;
            if (length > file.Length)
                break;
            at += 12 + (int)length;
        }

        data.Position = 0;
        return (data, palette, transparency);
    }

    static uint[] Colors(ReadOnlySpan<byte> content)
    {
        var colors = new uint[content.Length / 3];
        for (var i = 0; i < colors.Length; i++)
            colors[i] = content[3 * i] | (uint)content[3 * i + 1] << 8 | (uint)content[3 * i + 2] << 16;
        return colors;
    }

    static byte[]? Inflate(MemoryStream data, long length)
    {
        try
        {
            using var zlib = new ZLibStream(data, CompressionMode.Decompress);
            // Compression of this kind gains at most a factor of about 1000.
            if (length > Array.MaxLength || length > 1100 * data.Length + 1024)
                return null;
            var stored = new byte[length];
            return zlib.ReadAtLeast(stored, stored.Length, throwOnEndOfStream: false) == stored.Length ? stored : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
