using System.Buffers.Text;
using System.IO.Compression;
using SkiaSharp;

namespace LabelSpec.Annotations.Pictures;

/// <summary>Decodes masks that annotation files hold as pictures.</summary>
static class MaskPicture
{
    /// <summary>More pixels than any annotated picture has; a small file can claim them all the same.</summary>
    const long MaxPixels = 1L << 28;

    /// <summary>A mask of a large photograph has some kilobytes.</summary>
    const int LargestPicture = 4 << 20;

    /// <summary>
    /// Decodes base64 text of a picture. A pixel is foreground unless it is black or transparent.
    /// </summary>
    /// <param name="base64">The text.</param>
    /// <param name="pixels">Row by row, 1 for foreground.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public static bool Decode(ReadOnlySpan<byte> base64, out byte[] pixels, out int width, out int height)
    {
        (pixels, width, height) = ([], 0, 0);
        var encoded = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        return Base64.DecodeFromUtf8(base64, encoded, out _, out var length) == System.Buffers.OperationStatus.Done
            && DecodePicture(encoded.AsSpan(0, length), out pixels, out width, out height);
    }

    /// <summary>As <see cref="Decode"/>, of a picture that is packed by zlib before it becomes text.</summary>
    public static bool DecodePacked(ReadOnlySpan<byte> base64, out byte[] pixels, out int width, out int height)
    {
        (pixels, width, height) = ([], 0, 0);
        var packed = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, packed, out _, out var length) != System.Buffers.OperationStatus.Done)
            return false;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
            var picture = new byte[(int)Math.Min(LargestPicture, 1024 + 64L * length)];
            var count = zlib.ReadAtLeast(picture, picture.Length, throwOnEndOfStream: false);
            return DecodePicture(picture.AsSpan(0, count), out pixels, out width, out height);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    static bool DecodePicture(ReadOnlySpan<byte> picture, out byte[] pixels, out int width, out int height)
    {
        (pixels, width, height) = ([], 0, 0);
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MaxPixels)
            return false;
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
            return false;
        (width, height) = (info.Width, info.Height);
        pixels = new byte[width * height];
        var rgba = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] =
                rgba[4 * i + 3] > 0 && (rgba[4 * i] | rgba[4 * i + 1] | rgba[4 * i + 2]) > 0 ? (byte)1 : (byte)0;
        return true;
    }

    /// <summary>A grey PNG picture of runs that go row by row, background first: 255 for foreground.</summary>
    public static byte[] Encode(ReadOnlySpan<uint> rowRuns, int width, int height)
    {
        var info = new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        var pixels = bitmap.GetPixelSpan();
        long at = 0;
        for (var i = 0; i < rowRuns.Length; i++)
        for (var end = at + rowRuns[i]; at < end; at++)
            pixels[(int)(at / width) * bitmap.RowBytes + (int)(at % width)] = (byte)(i % 2 == 0 ? 0 : 255);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The lengths of alternating runs, background first.</summary>
    public static uint[] RowRuns(ReadOnlySpan<byte> pixels)
    {
        var runs = new List<uint>();
        byte current = 0;
        while (!pixels.IsEmpty)
        {
            var length = pixels.IndexOfAnyExcept(current);
            if (length < 0)
                length = pixels.Length;
            runs.Add((uint)length);
            pixels = pixels[length..];
            current = (byte)(1 - current);
        }

        return [.. runs];
    }
}
