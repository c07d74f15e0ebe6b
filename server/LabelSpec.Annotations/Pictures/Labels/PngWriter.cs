using System.Buffers.Binary;
using System.IO.Compression;

namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>
/// Writes PNG files (ISO/IEC 15948) whose pixels are numbers, of 8 bits with a palette or colours of 24. SkiaSharp, which draws
/// pictures elsewhere, writes no palettes, and colours would be adapted to profiles.
/// </summary>
static class PngWriter
{
    static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="stream">Gets the file.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="samples">Row by row: an index a pixel, or red, green and blue where there is no palette.</param>
    /// <param name="palette">Red, green and blue of each index; empty for colours.</param>
    public static void Write(Stream stream, int width, int height, byte[] samples, ReadOnlySpan<byte> palette)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)(palette.IsEmpty ? PngColor.Rgb : PngColor.Palette);
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(stream, "IHDR"u8, header);
        if (!palette.IsEmpty)
            WriteChunk(stream, "PLTE"u8, palette);
        WriteChunk(stream, "IDAT"u8, Packed(samples, samples.Length / height, height));
        WriteChunk(stream, "IEND"u8, []);
    }

    // Each row begins with its filter; 0 is none.
    static byte[] Packed(byte[] samples, int rowBytes, int height)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(samples, row * rowBytes, rowBytes);
            }

        return packed.ToArray();
    }

    static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        stream.Write(number);
    }

    static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            crc = Crcs[(byte)(crc ^ one)] ^ (crc >> 8);
        return crc;
    }

    // The sum that PNG asks for (ISO/IEC 15948, annex D), of the polynomial of ISO 3309.
    static uint CrcOf(int index)
    {
        var crc = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
